// Very many elements, each with a DOI of its own. Nothing here looks at all of them for the sake of one.
{
  const errors = [];
  addEventListener("error", ({ message }) => errors.push(message));
  addEventListener("unhandledrejection", ({ reason }) => errors.push(`unhandled: ${reason}`));

  /** How often each has ended. @type {Map<Element, number>} */
  const ends = new Map();
  for (const type of ["metrics-load", "metrics-error"]) {
    addEventListener(type, ({ target }) => ends.set(target, (ends.get(target) ?? 0) + 1));
  }

  const elementOf = (n, endpoint) => {
    const widget = document.createElement("publication-metrics");
    const fallback = Object.assign(document.createElement("span"), { className: "fallback", textContent: "fallback" });
    widget.append(fallback);
    for (const [name, value] of Object.entries({ doi: `10.5555/${n}`, endpoint, source: "openalex", loading: "eager" })) widget.setAttribute(name, value);
    widget.number = n;
    return widget;
  };

  /** What is in the place of one: its number, `nothing`, or the code of what failed beside its fallback. */
  const outcomeOf = ({ state, error, shadowRoot }) => {
    const shown = shadowRoot.querySelector("[part~=badge-citations] [part~=value]")?.textContent;
    const hasFallback = !shadowRoot.querySelector("slot").hidden;
    if (state === "ready" && shown && !hasFallback) return shown.replace(/\D/g, "");
    if (state === "empty" && !hasFallback) return "nothing";
    if (state === "error" && hasFallback && !shown) return error.code;
    return `${state}, with ${shown} and ${hasFallback ? "the" : "no"} fallback`;
  };

  window.many = {
    errors,
    open: (number, endpoint) => document.body.append(...Array.from({ length: number }, (_, n) => elementOf(n, endpoint))),
    ended: () => ends.size,
    /** Those that have ended more than once. */
    twice: () => [...ends].filter(([, times]) => times > 1).map(([{ number }]) => number),
    outcomes: () => [...document.body.children].map(outcomeOf),
    leave: () => document.body.replaceChildren(),
  };
}
