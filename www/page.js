/** @type {Set<() => void>} */
const listeners = new Set();
/** Ends the watch. */
let unwatch = () => {};
/** The body that is watched. @type {HTMLElement | null | undefined} */
let watched;

/**
 * Calls back whenever something may have changed that an element takes from its page: the language,
 * or the colours (by the reader's system, or by an attribute such as `class` of `html` or `body`, at
 * once or after a transition). One watch serves all elements.
 *
 * @param {() => void} listener
 */
export function watchPage(listener) {
  listeners.add(listener);
  // Navigation within the page brings another body, before the elements of the one before are gone.
  if (watched === document.body) return;
  unwatch();
  unwatch = watch();
}

/** @param {() => void} listener */
export function forgetPage(listener) {
  if (listeners.delete(listener) && !listeners.size) unwatch();
}

/** Calls back all who watch. */
export const tell = () => listeners.forEach((listener) => listener());

function watch() {
  /** @param {TransitionEvent} event */
  const ended = ({ target }) => {
    if (target === document.documentElement || target === document.body) tell();
  };
  const system = matchMedia("(prefers-color-scheme: dark)");
  const observer = new MutationObserver(tell);
  watched = document.body;
  for (const node of [document.documentElement, watched]) node && observer.observe(node, { attributes: true });
  system.addEventListener("change", tell);
  document.addEventListener("transitionend", ended);
  return () => {
    watched = undefined;
    observer.disconnect();
    system.removeEventListener("change", tell);
    document.removeEventListener("transitionend", ended);
  };
}
