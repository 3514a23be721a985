// Loaded before everything else by the pages under test: remembers what happens on the page, and
// finds things in the widgets. Shared by all tests, so that their own scripts stay short.
{
  const seen = { events: [], warnings: [], errors: [], violations: [], input: [], stored: [] };
  const names = new Set(Object.getOwnPropertyNames(window));

  // Who looks at what a browser keeps, where it is a script of the widget's.
  const watch = (holder, name) => {
    const { get, set } = Object.getOwnPropertyDescriptor(holder, name) ?? {};
    const noted = (own) =>
      own &&
      function (...given) {
        if (/(publication-metrics[\w-]*|embed)\.js/.test(new Error().stack)) seen.stored.push(name);
        return own.apply(this, given);
      };
    if (get) Object.defineProperty(holder, name, { configurable: true, get: noted(get), set: noted(set) });
  };
  for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches", "cookieStore"]) {
    for (const holder of [window, Window.prototype]) watch(holder, name);
  }
  watch(Document.prototype, "cookie");
  // In the document, or in the root that the page has named.
  const widgets = () => [...(window.within ?? document).querySelectorAll("publication-metrics")];

  for (const type of ["metrics-load", "metrics-empty", "metrics-error", "metrics-share"]) {
    addEventListener(type, ({ target, detail }) => {
      seen.events.push({ type, widget: widgets().indexOf(target), detail: detail && { ...detail } });
    });
  }
  addEventListener("error", ({ message, target }) => {
    seen.errors.push(message ?? `${target.src ?? target.href} could not be loaded`);
  }, true);
  addEventListener("unhandledrejection", ({ reason }) => seen.errors.push(`unhandled: ${reason}`));
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) => {
    // Browsers ask for the page's icon by themselves.
    if (blockedURI.endsWith("/favicon.ico")) return;
    seen.violations.push(`${violatedDirective}: ${blockedURI} ${sample}`);
  });
  // Whether what a test does with its hands arrives, and where; and who takes the focus.
  for (const type of ["keydown", "click", "focus", "blur"]) {
    addEventListener(type, ({ key = "", repeat, timeStamp, target }) => {
      const name = target === window ? "window" : target.nodeName;
      seen.input.push(`${Math.round(timeStamp)} ms: ${repeat ? "repeated " : ""}${type} ${key} on ${name}`);
    }, true);
  }
  const { warn } = console;
  console.warn = (...said) => {
    seen.warnings.push(said.join(" "));
    warn.apply(console, said);
  };

  const element = (n = 0) => widgets()[n];
  const root = (n) => element(n)?.shadowRoot;
  const parts = (name, n) => [...(root(n)?.querySelectorAll(`[part~="${name}"]`) ?? [])];
  const part = (name, n) => parts(name, n)[0];
  const visible = (node) => !!node?.checkVisibility({ visibilityProperty: true }) && node.getClientRects().length > 0;
  /** The button of a badge, or the share button. */
  const toggle = (name, n) => {
    const box = part(name, n);
    return box?.matches("[aria-expanded]") ? box : box?.querySelector("[aria-expanded]");
  };
  /** What a toggle opens. */
  const panel = (name, n) => root(n)?.getElementById(toggle(name, n)?.getAttribute("aria-controls"));

  /**
   * What an element has come to: the number that its badge shows, `nothing`, or `fallback: CODE`; what else it is, in words, where
   * that is none of these; null as long as it has come to nothing.
   */
  const outcome = (n) => {
    const { state, error } = element(n);
    if (state === "idle" || state === "loading") return null;
    const badge = part("badge-citations", n);
    const fallback = element(n).querySelector(".fallback");
    const seen = { badge: visible(badge), fallback: visible(fallback) };
    if (state === "error" && seen.fallback && !seen.badge) return `fallback: ${error.code}`;
    if (state === "empty" && !seen.fallback) return "nothing";
    if (state === "ready" && seen.badge && !seen.fallback) return String(parseInt(badge.querySelector("[part~=value]").textContent));
    return `${state}, with ${Object.keys(seen).filter((it) => seen[it]).join(" and ") || "nothing"} in sight`;
  };

  window.probe = {
    seen,
    widgets,
    element,
    root,
    parts,
    part,
    visible,
    toggle,
    panel,
    /** The text a reader sees in a part, on one line. */
    text: (name, n) => part(name, n)?.innerText.replace(/\s+/g, " ").trim(),
    expanded: (name, n) => toggle(name, n)?.getAttribute("aria-expanded") === "true",
    /** The middle of a node, for the pointer; once it is in view and the browser has drawn it there. */
    middle: async (node) => {
      node.scrollIntoView({ block: "nearest", inline: "nearest" });
      for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
      const { x, y, width, height } = node.getBoundingClientRect();
      return [x + width / 2, y + height / 2];
    },
    /** What has the focus, through shadow roots. */
    focused: () => {
      let node = document.activeElement;
      while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
      return node;
    },
    outcome,
    /** Names of the page that were not there before its scripts. */
    globals: () => Object.getOwnPropertyNames(window).filter((name) => !names.has(name) && !/^\d+$/.test(name)),
    /** Of all elements, once none is at work. */
    outcomes: () => {
      const all = widgets().map((_, n) => outcome(n));
      return all.includes(null) ? null : all;
    },
    codes: () => seen.events.filter(({ type }) => type === "metrics-error").map(({ detail }) => detail.code),
    fired: (type) => seen.events.filter((event) => event.type === type).length,
  };
}
