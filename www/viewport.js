/** How far outside the window an element still counts as near, so that it is ready when it comes. */
const rootMargin = "200px";

/** @type {WeakMap<Element, () => void>} */
const arrivals = new WeakMap();
/** @type {IntersectionObserver | undefined} */
let observer;

/**
 * Resolves once the element is near the viewport; never, when the signal is aborted before that.
 * An element without a box (`display: none`) is near nothing until it has one.
 *
 * @param {Element} element
 * @param {AbortSignal} signal
 * @returns {Promise<void>}
 */
export function nearViewport(element, signal) {
  const shared = (observer ??= new IntersectionObserver(arrive, { rootMargin }));
  shared.observe(element);
  signal.addEventListener("abort", () => shared.unobserve(element));
  return new Promise((resolve) => arrivals.set(element, resolve));
}

/** @type {IntersectionObserverCallback} */
function arrive(entries) {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    observer?.unobserve(target);
    arrivals.get(target)?.();
  }
}
