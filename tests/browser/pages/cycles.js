// Mounts elements of every kind and takes them away, one after the other.
{
  const LAYOUTS = ["badges", "card", "badges", "full", "badges"];
  const LANGUAGES = ["en", "es", "de", "ar"];
  const THEMES = ["auto", "light", "dark", "mono"];
  const GIVEN = ["property", "inline", "src"];

  /** Lets everything else that is due go first. Not a timer, which browsers slow down when many follow each other. */
  const task = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(0);
    });

  const until = async (so, what) => {
    const start = performance.now();
    while (!so()) {
      if (performance.now() - start > 15_000) throw new Error(`still not so: ${what}`);
      await task();
    }
  };

  const recordOf = (n) => ({
    title: `Cycle ${n}`,
    doi: `10.5555/${n}`,
    authors: [{ name: "Ada Moss" }, { name: "Bo Fern" }],
    citations: [{ source: "Scopus", count: n, asOf: "2025-06-30" }],
  });

  const elementOf = (n, layout) => {
    const widget = document.createElement("publication-metrics");
    Object.assign(widget, { loading: "eager", layout, theme: THEMES[n % 4], lang: LANGUAGES[n % 7 % 4] });
    const given = GIVEN[n % 3];
    if (given === "property") widget.publication = recordOf(n);
    else if (given === "src") widget.src = `answers/${n}`;
    else {
      const data = Object.assign(document.createElement("script"), { type: "application/json", textContent: JSON.stringify(recordOf(n)) });
      widget.append("fallback", data);
    }
    return widget;
  };

  /** One in ten goes before there is anything to see: at once, or after so many tasks. */
  const leavesEarly = async (n) => {
    for (let tasks = n % 70 / 10 | 0; tasks > 0; tasks--) await task();
  };

  const opens = async (widget) => {
    const share = () => widget.shadowRoot.querySelector("[part~=share-button]");
    const button = () => share()?.closest("[aria-expanded]") ?? share()?.querySelector("[aria-expanded]");
    button().click();
    await until(() => button()?.ariaExpanded === "true", "the panel is open");
    // Closed by one, left open by the other.
    if (widget.publication) button().click();
  };

  const cycle = async (n) => {
    const layout = LAYOUTS[n % 5];
    const widget = elementOf(n, layout);
    document.body.append(widget);
    if (n % 10 === 3) await leavesEarly(n);
    else {
      await widget.ready;
      const shown = parseInt(widget.shadowRoot.querySelector("[part~=badge-citations] [part~=value], [part~=value]").textContent.replace(/\D/g, ""));
      if (shown !== n && layout !== "full") throw new Error(`${n} shows ${shown}`);
      if (n % 10 === 6) {
        document.querySelector("main").append(widget);
        await task();
        if (widget.state !== "ready") throw new Error(`${n} is ${widget.state} after it was moved`);
      }
      if (n % 10 === 8) await opens(widget);
    }
    widget.remove();
    await task();
  };

  /** The cycles from one number to before another. What a probe has seen is not to count for what is left. */
  window.cycles = async (from, to) => {
    for (let n = from; n < to; n++) await cycle(n);
    for (const kind of ["events", "input"]) probe.seen[kind].length = 0;
  };
}
