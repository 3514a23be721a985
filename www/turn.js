import { apart } from "./errors.js";

/** How long elements are at work before the browser has its turn, in milliseconds: with what comes along, no reader waits for 50. */
const STRETCH = 40;

/** How long all wait for one whose work does not come to an end, in milliseconds. */
const PATIENCE = 1000;

/** How long what is done is held back at most, in milliseconds. */
const LONGEST = 500;

/** When the last stretch is over. */
let until = -PATIENCE;
/** How long what is done is held back now, and until when. */
let gap = STRETCH;
let due = 0;
/** Resolves when the others have waited long enough for one. @type {Promise<unknown>} */
let patience;
/** How many wait for their turn, or have it. */
let waiting = 0;
/** @type {Promise<unknown>} */
let last = Promise.resolve();
/** What is done and held back. @type {(() => void)[]} */
let held = [];

/**
 * Does what an element has to do when it is its turn: one after the other, in stretches between which the browser answers
 * its reader and paints.
 *
 * @param {() => unknown} work
 */
export function turn(work) {
  waiting++;
  const done = last.then(async () => {
    const now = performance.now();
    if (now > until) {
      if (now < until + PATIENCE) {
        await nextTask();
        if (now > due) {
          release();
          gap = Math.min(4 * gap, LONGEST);
          due = now + gap;
          await nextTask();
        }
      } else {
        // After a pause there is nobody to give way to.
        gap = STRETCH;
      }
      until = performance.now() + STRETCH;
      patience = new Promise((resolve) => setTimeout(resolve, PATIENCE));
    }
    await Promise.race([work(), patience]);
  });
  // Whatever one comes to, it is the next one's turn.
  last = done
    .catch(() => {})
    .then(() => {
      if (!--waiting) release();
    });
  return done;
}

/**
 * Shows what is done: at once where no element waits for its turn, else together with others. A frame costs more than what is
 * new in it, the more the longer the page, so that the first ones come soon and the last ones in a few frames.
 *
 * @param {() => void} show
 */
export function inTime(show) {
  held.push(show);
  if (!waiting) release();
}

function release() {
  const all = held;
  held = [];
  for (const show of all) apart(show);
}

/** Sooner than by a timer, which browsers slow down. */
const nextTask = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(0);
  });
