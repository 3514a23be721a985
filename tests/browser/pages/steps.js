// Loaded before the widget by pages that disturb it at every step: whenever it asks the browser for something, and whenever an
// answer comes. What it then shows has to be what it is given in the end.
{
  let count = 0;
  /** At which step something is done, and what. @type {{ at: number, depth: number, act: () => void } | undefined} */
  let due;
  const step = () => {
    if (++count !== due?.at) return;
    const { depth, act } = due;
    due = undefined;
    let later = Promise.resolve();
    if (!depth) return act();
    for (let n = 1; n < depth; n++) later = later.then(() => {});
    later.then(act);
  };

  const answered = (answer) => (step(), answer);
  for (const [holder, names] of [
    [window, ["fetch"]],
    [WebAssembly, ["instantiate", "compile", "compileStreaming"]],
    [Response.prototype, ["arrayBuffer", "text"]],
    [ReadableStreamDefaultReader.prototype, ["read"]],
  ]) {
    for (const name of names) {
      const own = holder[name];
      holder[name] = function (...given) {
        step();
        return own.apply(this, given).then(answered);
      };
    }
  }
  const later = { setTimeout, queueMicrotask, requestAnimationFrame };
  for (const [name, own] of Object.entries(later)) {
    window[name] = (act, ...rest) => {
      step();
      return own((...given) => {
        step();
        act(...given);
      }, ...rest);
    };
  }
  const { postMessage } = MessagePort.prototype;
  MessagePort.prototype.postMessage = function (...given) {
    step();
    return postMessage.apply(this, given);
  };
  window.IntersectionObserver = class extends IntersectionObserver {
    constructor(act, options) {
      super((...given) => {
        step();
        act(...given);
      }, options);
    }
  };

  const pause = (time = 0) => new Promise((resolve) => later.setTimeout.call(window, resolve, time));
  const record = (number) => ({ title: `Study ${number}`, doi: `10.5555/${number}`, citations: [{ source: "Scopus", count: number }] });

  /** What is done, in the words of a failure. `other` is a place, `elsewhere` the document of a frame. */
  const disturbances = {
    remove: (it) => it.remove(),
    "take away and bring back": (it, { place }) => (it.remove(), place.append(it)),
    move: (it, { other }) => other.append(it),
    "move to another document and back": (it, { place, elsewhere }) => (elsewhere.body.append(it), place.append(it)),
    "move through another document for a while": (it, { place, elsewhere }) => (elsewhere.body.append(it), pause(20).then(() => place.append(it))),
    "stay in another document": (it, { elsewhere }) => elsewhere.body.append(it),
    "set the record": (it) => (it.publication = record(77)),
    "set the record twice": (it) => ((it.publication = record(76)), (it.publication = record(77))),
    "take the record away again": (it) => ((it.publication = record(76)), (it.publication = null)),
    "name another address": (it) => (it.src = "records/steps-55.json"),
    "name no address": (it) => it.removeAttribute("src"),
    "name the same address": (it) => it.setAttribute("src", it.getAttribute("src") ?? "records/steps-44.json"),
    "name one that is not there": (it) => (it.src = "missing.json"),
    "ask for a DOI": (it) => (it.removeAttribute("src"), (it.doi = "10.5555/88")),
    "ask for a DOI, then another": (it) => (it.removeAttribute("src"), (it.doi = "10.5555/87"), (it.doi = "10.5555/88")),
    "name the dialect": (it) => (it.format = "native"),
    "name another dialect, then none": (it) => ((it.format = "crossref"), (it.format = "")),
    "bring a record inside": (it) => {
      const script = Object.assign(document.createElement("script"), { type: "application/json", textContent: JSON.stringify(record(66)) });
      it.append(script);
    },
    "speak Spanish": (it) => (it.lang = "es"),
    "speak German and English again": (it) => ((it.lang = "de"), (it.lang = "en")),
    "show all": (it) => (it.layout = "full"),
    "show a card": (it) => (it.layout = "card"),
    "show one badge": (it) => (it.badges = "citations"),
    "show nothing to share": (it) => (it.share = "none"),
    "show all and a row again": (it) => ((it.layout = "full"), (it.layout = "badges")),
    "change colours": (it) => (it.theme = "dark"),
    "change colours and back": (it) => ((it.theme = "dark"), (it.theme = "auto")),
    zoom: (it) => (it.ownerDocument.documentElement.style.zoom = "3"),
    reload: (it) => void it.reload().catch(() => {}),
    press: (it) => it.shadowRoot.querySelector("[data-panel=citations], [data-panel]")?.click(),
    "press twice": (it) => disturbances.press(it, disturbances.press(it)),
    clone: (it, { other }) => other.append(it.cloneNode(true)),
    "empty the document's attributes": () => document.documentElement.removeAttribute("lang"),
  };
  const names = Object.keys(disturbances);
  const both = (one, two) => [`${one}, then ${two}`, (it, places) => (disturbances[one](it, places), disturbances[two](it, places))];
  const pairs = [
    both("press", "set the record"), both("set the record", "press"), both("press", "show all"), both("press", "speak Spanish"), both("press", "remove"),
    both("remove", "set the record"), both("show all", "name another address"), both("name another address", "speak Spanish"), both("press", "reload"),
    both("press", "move to another document and back"), both("name one that is not there", "set the record"), both("show all", "remove"),
  ];
  window.steps = { names: [...names, ...pairs.map(([name]) => name)] };
  const all = { ...disturbances, ...Object.fromEntries(pairs) };

  /**
   * What an element is to show in the end: the number, in which words, layout and colours, and how many badges; nothing where it has
   * no record or no place.
   */
  const wanted = (it) => {
    const inside = it.querySelector(":scope > script");
    const address = it.src || it.doi;
    const number = it.publication?.citations[0].count ?? (inside ? JSON.parse(inside.textContent).citations[0].count : address && Number(/[-/](\d+)(\.json)?$/.exec(address)?.[1] ?? NaN));
    if (!it.isConnected || number === "") return "idle";
    if (Number.isNaN(number)) return "error";
    const layout = { full: "page", card: "card" }[it.layout] ?? "row";
    const share = it.share === "none" ? "nothing to share" : "a share button";
    return `${number} ${it.lang === "es" ? "citas" : "citations"}, a ${it.theme === "dark" ? "dark" : "light"} ${layout} with ${share}${it.badges === "citations" ? " and one badge" : ""}`;
  };
  const shown = (it) => {
    const badge = it.shadowRoot.querySelector("[part~=badge-citations]");
    if (!badge) return it.state;
    const number = parseInt(badge.querySelector("[part~=value]").textContent);
    const has = (selector) => it.shadowRoot.querySelector(selector);
    const layout = has(".page") ? "page" : has(".head-matter") ? "card" : "row";
    const share = has("[part~=share-button]") ? "a share button" : "nothing to share";
    const badges = it.shadowRoot.querySelectorAll("[part~=badge]").length;
    return `${number} ${/citas/.test(badge.textContent) ? "citas" : "citations"}, a ${has("[data-theme=dark]") ? "dark" : "light"} ${layout} with ${share}${badges === 1 && layout !== "page" ? " and one badge" : ""}`;
  };

  /**
   * One element, disturbed once. Gives what is wrong in words, or nothing; and how many steps there were.
   *
   * @returns {Promise<{ fault?: string, count: number }>}
   */
  window.steps.run = async (name, at, depth, loading) => {
    const place = document.querySelector("main");
    const other = document.querySelector("aside");
    const elsewhere = document.querySelector("iframe")?.contentDocument;
    document.documentElement.lang = "en";
    const it = document.createElement("publication-metrics");
    it.loading = loading;
    it.src = "records/steps-44.json";
    it.setAttribute("endpoint", "{source}");
    it.innerHTML = "<span class=fallback>fallback</span>";
    let isDone = false;
    let ended;
    count = 0;
    due = name ? { at, depth, act: () => ((isDone = true), (ended = all[name](it, { place, other, elsewhere }))) } : undefined;
    place.append(it);
    // Without it, there are only so many steps: it is done when all is quiet.
    const start = Date.now();
    for (let quiet = 0, before = -1; quiet < 3 && !isDone; ) {
      await pause(5);
      if (Date.now() - start > 10_000) {
        it.remove();
        due = undefined;
        return { fault: `${name} at step ${at} (${loading}): before that, it stays ${it.state} after ${count} steps`, count };
      }
      quiet = before === count && it.state !== "loading" && it.state !== "idle" ? quiet + 1 : 0;
      before = count;
    }
    const taken = count;
    if (name && !isDone) due = undefined;
    await ended;
    let fault;
    for (let n = 0; n < 600; n++) {
      fault = undefined;
      for (const each of [it, ...other.children]) {
        const [want, have] = [wanted(each), shown(each)];
        const fallback = each.querySelector(".fallback");
        const isSeen = each.isConnected && probe.visible(fallback);
        const isSettled = want === "idle" || want === "error" ? each.state === want : each.state === "ready";
        if (want !== have || !isSettled) fault = `${want} is to be shown, ${have} is, in the state ${each.state}`;
        else if (each.isConnected && isSeen !== (want === "idle" || want === "error")) fault = `${want}: the fallback is ${isSeen ? "" : "not "}in sight`;
      }
      // What is so has to stay so.
      if (!fault && n) break;
      await pause(5);
    }
    it.remove();
    other.replaceChildren();
    document.documentElement.removeAttribute("style");
    await pause();
    return { fault: fault && `${name} at step ${at}${depth ? `, ${depth} microtasks later` : ""} (${loading}): ${fault}`, count: taken };
  };

  /** Each disturbance at each step of an element; `stride` leaves some out, others each time. */
  window.steps.all = async (depths, stride, loading) => {
    // An element takes some twenty, and no more than 35 where nothing is quick; who drives the browser may ask it in between, which
    // counts as well.
    const total = Math.min((await steps.run("", 0, 0, loading)).count, 40);
    const faults = [];
    let runs = 0;
    let round = 0;
    steps.runs = 0;
    for (const name of steps.names) {
      for (const depth of depths) {
        for (let at = 1 + (round++ % stride); at <= total; at += stride) {
          const { fault } = await steps.run(name, at, depth, loading);
          steps.runs = ++runs;
          // More would say no more.
          if (fault && faults.push(fault) >= 20) return { faults, runs, total };
        }
      }
    }
    return { faults, runs, total };
  };
}
