/** How long the elements of a page work at a stretch, in milliseconds: from 50 on, a reader feels it. */
const STRETCH = 40;

/** How long all wait for one whose work does not come to an end, in milliseconds. */
const PATIENCE = 1000;

/** When the last stretch is over. */
let until = -PATIENCE;
/** Resolves when the others have waited long enough for one. @type {Promise<unknown>} */
let patience;
/** @type {Promise<unknown>} */
let last = Promise.resolve();

/**
 * Does what an element has to do when it is its turn: one after the other, in stretches between which the browser answers
 * its reader and paints.
 *
 * @param {() => unknown} work
 */
export function turn(work) {
  const done = last.then(async () => {
    const now = performance.now();
    if (now > until) {
      // After a pause there is nobody to give way to.
      if (now < until + PATIENCE) await nextTask();
      until = performance.now() + STRETCH;
      patience = new Promise((resolve) => setTimeout(resolve, PATIENCE));
    }
    await Promise.race([work(), patience]);
  });
  // Whatever one comes to, it is the next one's turn.
  last = done.catch(() => {});
  return done;
}

/** Sooner than by a timer, which browsers slow down. */
const nextTask = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(0);
  });
