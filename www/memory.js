/**
 * What services answered, kept beyond the page's life where the page asks for it: `session` for as long as the tab is
 * open, `persistent` until it is too old.
 */

/** @import { Answer } from "./ask.js" */

const NAME = "publication-metrics";

/** The address under which the cache of the browser keeps an answer; nobody is asked there. @param {string} key */
const addressOf = (key) => `https://${NAME}.invalid/?${new URLSearchParams({ key })}`;

/**
 * @param {string} memory the attribute `cache`
 * @param {string} key
 * @param {number} limit how old it may be, in seconds
 * @returns {Promise<Answer | undefined>}
 */
export async function remembered(memory, key, limit) {
  try {
    const text =
      memory === "session"
        ? sessionStorage.getItem(`${NAME} ${key}`)
        : memory === "persistent"
          ? await (await (await caches.open(NAME)).match(addressOf(key)))?.text()
          : undefined;
    const kept = JSON.parse(text ?? "null");
    return kept && Date.now() - kept.time < limit * 1000 ? kept.answer : undefined;
  } catch {
    return undefined; // No storage here, or nothing of ours in it: the service is asked.
  }
}

/**
 * @param {string} memory
 * @param {string} key
 * @param {Answer} answer
 */
export async function remember(memory, key, answer) {
  const text = JSON.stringify({ time: Date.now(), answer });
  try {
    if (memory === "session") sessionStorage.setItem(`${NAME} ${key}`, text);
    if (memory === "persistent") await (await caches.open(NAME)).put(addressOf(key), new Response(text));
  } catch {
    // Full, or forbidden: the next page asks again.
  }
}
