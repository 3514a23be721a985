/** How far outside the window an element still counts as near, so that it is ready when it comes, in pixels. */
const MARGIN = 200;

/**
 * How long an element that a reader scrolls to has to stay near, in milliseconds: what flies past is not worth a request. Who
 * scrolls by less than the margin in this time sees no element too late.
 */
const STAY = 50;

/**
 * @typedef {object} Arrival
 * @property {() => void} arrived
 * @property {boolean} [wasAway]
 * @property {ReturnType<typeof setTimeout>} [stay]
 */

/** @type {WeakMap<Element, Arrival>} */
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
  signal.addEventListener("abort", () => forget(element));
  return new Promise((arrived) => arrivals.set(element, { arrived }));
}

/** @param {Element} element */
function forget(element) {
  observer?.unobserve(element);
  clearTimeout(arrivals.get(element)?.stay);
  arrivals.delete(element);
}

/** @param {DOMRect} box */
const isNear = ({ top, bottom, width }) => width > 0 && top < innerHeight + MARGIN && bottom > -MARGIN;

/** @type {IntersectionObserverCallback} */
function arrive(entries) {
  for (const { isIntersecting, target } of entries) {
    const arrival = arrivals.get(target);
    if (!arrival) continue;
    clearTimeout(arrival.stay);
    const welcome = () => {
      forget(target);
      arrival.arrived();
    };
    if (!isIntersecting) arrival.wasAway = true;
    else if (arrival.wasAway) arrival.stay = setTimeout(welcome, STAY);
    else welcome();
  }
}
