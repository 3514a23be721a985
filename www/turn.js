/** How long the elements of a page work at a stretch, in milliseconds: from 50 on, a reader feels it. */
const STRETCH = 25;

let until = 0;
let isUnderWay = false;
let last = Promise.resolve();

/**
 * Resolves when it is an element's turn. Many elements take theirs in stretches, between which the browser answers its
 * reader and paints.
 */
export function turn() {
  return (last = last.then(async () => {
    if (isUnderWay && performance.now() > until) await nextTask();
    else if (isUnderWay) return;
    isUnderWay = true;
    until = performance.now() + STRETCH;
    setTimeout(() => (isUnderWay = false));
  }));
}

/** Sooner than by a timer, which browsers slow down. */
const nextTask = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(0);
  });
