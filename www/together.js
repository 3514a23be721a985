import { apart } from "./errors.js";

/** What is to be done at the end of this turn: what each looks at, and what it then does. @type {{ look: () => any, act: (seen: any) => void, seen?: any }[]} */
let due = [];

/**
 * Elements that change in one turn all look at the page before any of them writes to it, so that the browser works out its
 * styles once, and not once for each.
 *
 * @template Seen
 * @param {() => Seen} look
 * @param {(seen: Seen) => void} act
 */
export function together(look, act) {
  if (due.push({ look, act }) > 1) return;
  queueMicrotask(() => {
    // Whatever fails below, for a page may have replaced any method: what is due next is done.
    const all = due;
    due = [];
    for (const it of all) apart(() => (it.seen = it.look()));
    for (const { act, seen } of all) apart(() => act(seen));
  });
}
