// Shows hostile records one after the other beside a good one, each with all that a reader can open of it, and looks after each
// whether anything of it ran, left its element or touched the good one. `hostile()` gives what is wrong, in words.
{
  /** Beside what the short list has: where the fallback is, and where the widget shows itself. */
  const ELEMENTS = new Set([...allowed.elements, "slot"]);
  const ATTRIBUTES = new Set([...allowed.attributes, "data-theme"]);
  const SCHEMES = new Set(allowed.schemes.map((it) => `${it}:`));

  /** What turns the text around it, or hides in it. The widget isolates names by itself, and ends what it has begun. */
  const TURNING = new RegExp(`[${allowed.turning.map((it) => it.join("-")).join("")}]`);
  const isTurned = (text) => {
    let open = 0;
    for (const [letter] of text.matchAll(/[\u2066-\u2069]/g)) if ((open += letter === "\u2069" ? -1 : 1) < 0) return true;
    return open !== 0 || TURNING.test(text);
  };

  const faultsOf = (element) => {
    const faults = [];
    const texts = document.createTreeWalker(element.shadowRoot, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) if (isTurned(texts.currentNode.data)) faults.push(`text is turned: ${escape(texts.currentNode.data.slice(0, 80))}`);
    for (const node of element.shadowRoot.querySelectorAll("*")) {
      if (!ELEMENTS.has(node.localName)) faults.push(`<${node.localName}>`);
      for (const { name, value } of node.attributes) {
        // The widget puts a panel where there is room, by the style object, which shows as an attribute.
        if (name === "style" && node.matches(".panel")) continue;
        if (!ATTRIBUTES.has(name)) faults.push(`${node.localName} has ${name}`);
        if (isTurned(value)) faults.push(`${name} is turned: ${escape(value.slice(0, 80))}`);
        if (name === "href" && !(URL.canParse(value) && SCHEMES.has(new URL(value).protocol))) faults.push(`${name}="${value.slice(0, 80)}"`);
      }
    }
    return faults;
  };

  const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
  const ended = async (element, patience) => {
    const start = performance.now();
    while (element.state === "idle" || element.state === "loading") {
      if (performance.now() - start > patience) return undefined;
      await pause(5);
    }
    return performance.now() - start;
  };
  /** Who waits for all of it wants to know that it goes on. */
  const goOn = () => (hostile.steps = (hostile.steps ?? 0) + 1);

  /** Asks for files, a reference and the QR code, as a reader does. */
  const STYLES = ["apa", "mla", "chicago", "harvard", "vancouver", "ieee"];
  const cites = async (element, turn, complain) => {
    for (const key of ["bibtex", "ris", "csl-json", STYLES[turn % STYLES.length], "qr"]) {
      const button = () => element.shadowRoot.querySelector(`[data-cite="${key}"]`);
      if (!button()) {
        // Without an address there is nothing for a code to lead to.
        if (key !== "qr") complain(`there is no ${key}`);
        continue;
      }
      button().click();
      const isThere = () => button().ariaPressed === "true" && element.shadowRoot.querySelector("[data-cited=save]");
      for (let n = 0; !isThere(); n++) {
        if (n > 2000) {
          complain(`${key} does not come: ${element.shadowRoot.querySelector("[data-cited=retry]")?.textContent}`);
          break;
        }
        await pause(5);
      }
      for (const fault of faultsOf(element)) complain(`${key}: ${fault}`);
      goOn();
    }
  };

  const outside = () => JSON.stringify([document.title, document.head.innerHTML.length, [...document.body.children].map(({ localName }) => localName), Object.keys(Object.prototype), Object.keys(Array.prototype), document.cookie]);

  /** Whatever ran of a record. */
  const ran = [];
  window.ran = (what) => ran.push(String(what));
  window.alert = window.ran;

  /** @returns {Promise<{ faults: string[], slowest: [number, string], states: Record<string, number> }>} */
  window.hostile = async (records, place, patience) => {
    const good = document.querySelector("publication-metrics");
    await ended(good, 30_000);
    const sound = good.shadowRoot.innerHTML;
    const faults = [];
    const states = {};
    let slowest = [0, ""];
    for (const { name, text, made, layout, ends, cites: isCited } of records) {
      const before = outside();
      const element = document.createElement("publication-metrics");
      element.loading = "eager";
      element.layout = layout;
      element.lang = layout === "full" ? "es" : "en";
      element.innerHTML = "<span class=fallback>fallback</span>";
      const script = document.createElement("script");
      script.type = "application/json";
      script.textContent = text ?? new Function(`return ${made}`)();
      element.append(script);
      const complain = (fault) => faults.push(`${name} (${layout}): ${fault}`);
      const start = performance.now();
      place.append(element);
      if ((await ended(element, 30_000)) === undefined) complain(`still ${element.state}`);
      // With what the browser has to do for it.
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      const time = performance.now() - start;
      if (time > slowest[0]) slowest = [Math.round(time), `${name} (${layout})`];
      if (time > patience) complain(`took ${Math.round(time)} ms`);
      const came = element.state === "error" ? `error: ${element.error.code}` : element.state;
      states[came] = (states[came] ?? 0) + 1;
      if (came !== ends) complain(`ends as ${came}, not as ${ends}`);
      const kind = layout === "full" ? "more" : "panel";
      for (const { dataset } of element.shadowRoot.querySelectorAll(`[data-${kind}]`)) {
        // The first panel brings another program, and other buttons.
        const button = () => element.shadowRoot.querySelector(`[data-${kind}="${dataset[kind]}"]`);
        button().click();
        for (let n = 0; button().ariaExpanded !== "true"; n++) {
          if (n > 1000) {
            complain(`${dataset[kind]} does not open`);
            break;
          }
          await pause(5);
        }
        for (const fault of faultsOf(element)) complain(fault);
        goOn();
      }
      if (isCited && layout === "full") await cites(element, hostile.tried ?? 0, complain);
      for (const fault of faultsOf(element)) complain(fault);
      if (outside() !== before) complain(`the page changed from ${before} to ${outside()}`);
      if (good.shadowRoot.innerHTML !== sound) complain("the good one changed");
      const seen = probe.visible(element.querySelector(".fallback"));
      if (seen !== (element.state === "error")) complain(`in the state ${element.state} its fallback is ${seen ? "" : "not "}in sight`);
      for (const what of ran.splice(0)) complain(`ran ${what}`);
      hostile.tried = (hostile.tried ?? 0) + 1;
      goOn();
      // Large ones are not kept in the page for the others to be laid out with.
      if (made) element.remove();
    }
    return { faults, slowest, states };
  };
}
