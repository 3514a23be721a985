/** What the elements of a page ask of services: together where a service allows it, each publication once, and never for nobody. */
import { Deferred } from "./deferred.js";
import { send } from "./send.js";
import { withTranslator } from "./translator.js";

/** @import { Instantiate } from "./program.js" */

/**
 * @typedef {object} Asked
 * @property {string} identifier a DOI, or `pmid:…` and the like
 * @property {string} source
 * @property {string} endpoint
 * @property {string} mailto
 * @property {number} timeout in seconds
 */

/**
 * What somebody waits for.
 *
 * @typedef {object} Question
 * @property {Asked} asked
 * @property {Deferred<unknown>} answer
 * @property {number} waiting how many elements
 * @property {AbortController} [sent] ends the request that it went with
 * @property {Question[]} companions all that went with that request
 */

/** The questions that have no answer yet, by what they ask. @type {Map<string, Question>} */
const open = new Map();
/** Those that wait for the end of the frame. @type {Question[]} */
let gathered = [];

/** How many requests to one service are under way at once. */
const AT_ONCE = 4;
/** Per service, the requests that wait for their turn, and how many are under way. @type {Map<string, { waiting: (() => void)[], running: number }>} */
const turns = new Map();

/**
 * @param {Asked} asked
 * @param {AbortSignal | undefined} signal of who asks
 * @param {Instantiate} instantiate
 * @returns {Promise<unknown>} the record, or null where the service does not know it
 */
export function question(asked, signal, instantiate) {
  const key = [asked.endpoint, asked.source, asked.identifier].join(" ");
  let asking = open.get(key);
  if (!asking) {
    asking = { asked, answer: new Deferred(), waiting: 0, companions: [] };
    open.set(key, asking);
    asking.answer.promise.then(
      () => open.delete(key),
      () => open.delete(key),
    );
    gathered.push(asking);
    if (gathered.length === 1) frame().then(() => sendAll(instantiate));
  }
  const found = asking;
  found.waiting++;
  const leave = () => {
    if (--found.waiting) return;
    if (!found.sent) found.answer.reject(signal?.reason);
    else if (found.companions.every(({ waiting }) => !waiting)) found.sent.abort(signal?.reason);
  };
  if (signal?.aborted) leave();
  else signal?.addEventListener("abort", leave, { once: true });
  return found.answer.promise.finally(() => signal?.removeEventListener("abort", leave));
}

/** The end of the frame, or soon where the page is hidden and has no frames. */
const frame = () =>
  new Promise((resolve) => {
    requestAnimationFrame(resolve);
    setTimeout(resolve, 50);
  });

/** @param {Instantiate} instantiate */
async function sendAll(instantiate) {
  const questions = gathered.filter(({ waiting }) => waiting);
  gathered = [];
  /** @type {Map<string, Question[]>} */
  const together = new Map();
  for (const asking of questions) {
    const { source, endpoint, mailto } = asking.asked;
    const key = [source, endpoint, mailto].join(" ");
    const group = together.get(key);
    if (group) group.push(asking);
    else together.set(key, [asking]);
  }
  for (const group of together.values()) {
    try {
      await sendGroup(group, instantiate);
    } catch (error) {
      for (const { answer } of group) answer.reject(error);
    }
  }
}

/**
 * @param {Question[]} group questions to one service
 * @param {Instantiate} instantiate
 */
async function sendGroup(group, instantiate) {
  const [{ asked }] = /** @type {[Question]} */ (group);
  const { source, endpoint, mailto, timeout } = asked;
  const byIdentifier = new Map(group.map((asking) => [asking.asked.identifier, asking]));
  const requests = await withTranslator(instantiate, (translator) =>
    translator.requestsFor(source, [...byIdentifier.keys()], endpoint, mailto),
  );
  for (const request of requests) {
    const questions = request.asked.flatMap((identifier) => byIdentifier.get(identifier) ?? []);
    const sent = new AbortController();
    for (const asking of questions) Object.assign(asking, { sent, companions: questions });
    inTurn(`${source} ${endpoint}`, () => send(request, timeout, sent.signal, instantiate))
      .then((answer) => (answer === null ? [] : withTranslator(instantiate, (translator) => translator.recordsOf(source, request.asked, answer))))
      .then(
        (records) => questions.forEach((asking, at) => asking.answer.resolve(records[at] ?? null)),
        (error) => questions.forEach((asking) => asking.answer.reject(error)),
      );
  }
}

/**
 * @template T
 * @param {string} service
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function inTurn(service, work) {
  const turn = turns.get(service) ?? { waiting: [], running: 0 };
  turns.set(service, turn);
  if (turn.running < AT_ONCE) turn.running++;
  else await new Promise((/** @type {(value: void) => void} */ resolve) => turn.waiting.push(resolve));
  try {
    return await work();
  } finally {
    // Whoever waits comes in its place, before anyone who asks now.
    const next = turn.waiting.shift();
    if (next) next();
    else turn.running--;
  }
}
