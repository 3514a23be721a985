/** How long the elements of a page work at a stretch, in milliseconds: from 50 on, a reader feels it. */
const STRETCH = 40;

/** How long all wait for one whose work does not come to an end, in milliseconds. */
const PATIENCE = 1000;

let until = 0;
let isUnderWay = false;
/** Resolves when the others have waited long enough for one. @type {Promise<unknown>} */
let patience;
/** @type {Promise<unknown>} */
let last = Promise.resolve();

/**
 * Does what an element has to do when it is its turn: one after the other, in stretches between which the browser answers
 * its reader and paints.
 *
 * @param {() => unknown} work that does not fail
 */
export const turn = (work) =>
  (last = last.then(async () => {
    if (!isUnderWay || performance.now() > until) {
      if (isUnderWay) await nextTask();
      isUnderWay = true;
      until = performance.now() + STRETCH;
      setTimeout(() => (isUnderWay = false));
      patience = new Promise((resolve) => setTimeout(resolve, PATIENCE));
    }
    await Promise.race([work(), patience]);
  }));

/** Sooner than by a timer, which browsers slow down. */
const nextTask = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(0);
  });
