/** How far outside the window an element still counts as near, so that it is ready when it comes, in pixels. */
const MARGIN = 200;

/** @type {WeakMap<Element, () => void>} */
const arrivals = new WeakMap();
/** @type {IntersectionObserver | undefined} */
let observer;
let isFirst = true;

/**
 * Resolves once the element is near the viewport; never, when the signal is aborted before that.
 * An element without a box (`display: none`) is near nothing until it has one.
 *
 * @param {Element} element
 * @param {AbortSignal} signal
 * @returns {Promise<void>}
 */
export async function nearViewport(element, signal) {
  // An observer answers with the next frame, for which the first of a page need not wait. To measure each would be to lay
  // out the page for each.
  if (isFirst) {
    isFirst = false;
    if (isNear(element.getBoundingClientRect())) return;
  }
  const shared = (observer ??= new IntersectionObserver(arrive, { rootMargin: `${MARGIN}px` }));
  shared.observe(element);
  signal.addEventListener("abort", () => shared.unobserve(element));
  return new Promise((resolve) => arrivals.set(element, resolve));
}

/** @param {DOMRect} box */
const isNear = ({ top, bottom, width }) => width > 0 && top < innerHeight + MARGIN && bottom > -MARGIN;

/** @type {IntersectionObserverCallback} */
function arrive(entries) {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    observer?.unobserve(target);
    arrivals.get(target)?.();
  }
}
