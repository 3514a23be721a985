// A small application of one page: lists of publications at addresses of its own, and a reader who is never tired.
{
  const ROUTES = 40;
  const LANGUAGES = ["en", "es", "de", "ar", "fr"];
  const THEMES = ["auto", "light", "dark", "mono"];
  const LAYOUTS = ["badges", "badges", "card", "badges", "card", "full"];
  const wrong = [];
  const counts = { navigations: 0, elements: 0, panels: 0, journeys: 0, outages: 0, papers: 0 };
  let endpoint = "";
  let step = 0;

  /** The application's connection to the network, which it loses now and then. */
  const { fetch } = window;
  let isOffline = false;
  window.fetch = (...asked) => (isOffline ? Promise.reject(new TypeError("Failed to fetch")) : fetch(...asked));

  const main = () => document.querySelector("main");
  const widgets = () => [...main().querySelectorAll("publication-metrics")];

  const elementOf = (number) => {
    const widget = document.createElement("publication-metrics");
    const layout = LAYOUTS[number % LAYOUTS.length];
    const given = number % 2 ? { src: `answers/${number}` } : { doi: `10.5555/${number}`, endpoint, source: "openalex" };
    const all = { ...given, layout, loading: number % 3 ? "lazy" : "eager", theme: THEMES[number % 4] };
    for (const [name, value] of Object.entries(all)) widget.setAttribute(name, value);
    widget.number = number;
    return widget;
  };

  const render = (route) => {
    const list = document.createElement("ul");
    // The lists overlap: a publication is on several.
    for (let n = 0; n < 5 + (route % 16); n++) {
      const item = document.createElement("li");
      item.style.minHeight = "120px";
      item.append(elementOf(route * 5 + n));
      list.append(item);
    }
    counts.elements += list.childElementCount;
    main().replaceChildren(list);
  };
  const routeOf = () => Number(new URLSearchParams(location.search).get("list") ?? 0);
  addEventListener("popstate", () => render(routeOf()));

  const go = (route) => {
    history.pushState(null, "", `?list=${route}`);
    render(route);
  };

  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

  /** Until those that are wanted have ended, as a reader waits for what is in sight. */
  const ended = async (wanted) => {
    const atWork = () => wanted().filter(({ state, loading }) => state === "loading" || (state === "idle" && loading === "eager"));
    for (let patience = 0; atWork().length; patience++) {
      if (patience > 2000) return wrong.push(`at ${location.search}, ${atWork().map(({ number, state }) => `${number} stays ${state}`)}`);
      await clock.truly(2);
      // Who waits to ask again waits for the clock.
      if (patience % 20 === 19) await clock.pass(500);
    }
  };

  /** Each that is ready shows what is its own. */
  const look = () => {
    for (const { state, error, number, layout, shadowRoot } of widgets()) {
      if (state === "error") wrong.push(`${number} at ${location.search}: ${error.code}`);
      const shown = shadowRoot.querySelector("[part~=badge-citations] [part~=value]")?.textContent.replace(/[^\d٠-٩]/g, "");
      const digits = shown?.replace(/[٠-٩]/g, (it) => it.charCodeAt(0) - 0x660);
      if (state === "ready" && digits !== String(number)) wrong.push(`${number} shows ${shown} as ${layout}`);
    }
  };

  const scroll = async () => {
    scrollTo(0, document.body.scrollHeight * ((step % 5) / 4));
    await frame();
    await frame();
    await ended(widgets);
  };

  const buttonOf = (widget) => {
    const share = widget.shadowRoot.querySelector("[part~=share-button]");
    return share?.closest("[aria-expanded]") ?? share?.querySelector("[aria-expanded]");
  };

  const panel = async () => {
    const widget = widgets().find(({ state, layout }) => state === "ready" && layout !== "full");
    if (!widget) return;
    buttonOf(widget).click();
    for (let patience = 0; buttonOf(widget)?.ariaExpanded !== "true"; patience++) {
      if (patience > 2000) return wrong.push(`the panel of ${widget.number} stays closed`);
      await clock.truly(2);
    }
    counts.panels++;
    // Every second one is open when its page goes.
    if (counts.panels % 2) buttonOf(widget).click();
  };

  const journey = async (steps) => {
    counts.journeys++;
    const arrived = new Promise((resolve) => addEventListener("popstate", resolve, { once: true }));
    history.go(steps);
    await arrived;
    await ended(widgets);
  };

  const outage = async () => {
    counts.outages++;
    isOffline = true;
    dispatchEvent(new Event("offline"));
    go(ROUTES + (counts.outages % 4));
    await frame();
    await clock.pass(3000);
    isOffline = false;
    dispatchEvent(new Event("online"));
    await clock.pass(3000);
    await ended(widgets);
  };

  const paper = async () => {
    counts.papers++;
    dispatchEvent(new Event("beforeprint"));
    await frame();
    dispatchEvent(new Event("afterprint"));
  };

  const appearance = () => {
    const { documentElement } = document;
    documentElement.lang = LANGUAGES[step % LANGUAGES.length];
    documentElement.dir = documentElement.lang === "ar" ? "rtl" : "ltr";
    document.body.style.color = step % 3 ? "#111" : "#eee";
    document.body.style.background = step % 3 ? "#fff" : "#111";
  };

  /** Five seconds of a reader. */
  const visit = async () => {
    step++;
    counts.navigations++;
    go((step * 7) % ROUTES);
    await frame();
    if (step % 4 === 0) appearance();
    // Who is in a hurry does not wait.
    if (step % 6 !== 5) await ended(widgets);
    if (step % 3 === 0) await scroll();
    if (step % 5 === 0) await panel();
    if (step % 8 === 0) await journey(-2);
    if (step % 8 === 0) await journey(1);
    if (step % 30 === 0) await outage();
    if (step % 10 === 0) await paper();
    if (step % 6 !== 5) look();
    await clock.pass(5000);
  };

  window.application = {
    wrong,
    counts,
    /** Lives for so many seconds of its own. */
    async live(seconds, service) {
      endpoint = service;
      for (const end = Date.now() + 1000 * seconds; Date.now() < end; ) await visit();
    },
    /** Where nothing is. */
    async rest() {
      isOffline = false;
      history.pushState(null, "", "?");
      main().replaceChildren();
      document.documentElement.lang = "en";
      document.documentElement.dir = "ltr";
      scrollTo(0, 0);
      await clock.pass(60_000);
      for (const kind of ["events", "input", "warnings"]) probe.seen[kind].length = 0;
    },
  };
}
