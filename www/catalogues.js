import { complain, textOf } from "./errors.js";
import { tell } from "./page.js";

/** @typedef {string} Catalogue the messages of a language, a line each, in the order of the wasm's own */

/**
 * The languages beside English, which the wasm has. Each import is written out, for bundlers follow no other.
 *
 * @type {Record<string, (() => Promise<{ default: Catalogue, supply?: (intl: typeof Intl) => unknown }>) | undefined>}
 */
const CATALOGUES = {
  // @ts-ignore: so that no tag is the name of something that every object has.
  __proto__: null,
  ar: () => import("./languages/ar.js"),
  ca: () => import("./languages/ca.js"),
  de: () => import("./languages/de.js"),
  es: () => import("./languages/es.js"),
  eu: () => import("./languages/eu.js"),
  fr: () => import("./languages/fr.js"),
  gl: () => import("./languages/gl.js"),
  it: () => import("./languages/it.js"),
  pt: () => import("./languages/pt.js"),
};

/** The `Intl` of the widgets: the browser's, with the languages that it lacks. @type {typeof Intl} */
export const intl = Object.create(Intl);

/** @param {string} language @returns {Promise<Catalogue | undefined>} */
async function load(language) {
  const module = await CATALOGUES[language]?.();
  await module?.supply?.(intl);
  return module?.default;
}

/**
 * The page's own words, the latest last: a language's messages by the keys of the catalogues, or the address of a file
 * of them.
 *
 * @type {Set<string | { tag: string, messages: Record<string, string> }>}
 */
const own = new Set();
/** What has arrived; null for a language that is not there, or with the wasm. @type {Map<string, Catalogue | null>} */
const arrived = new Map([["en", null]]);

/**
 * Says things in the page's own words: in a language that is there, for a region of it, or in another one, for which
 * English fills in.
 *
 * @param {string} tag
 * @param {Record<string, string>} messages patterns by the keys of the catalogues
 */
export const setMessages = (tag, messages) => say({ tag, messages });

/**
 * The same with a file, an Application Resource Bundle that names its language (`@@locale`).
 *
 * @param {string} address
 */
export const useMessagesOf = (address) => own.has(address) || say(address);

/** @param {string | { tag: string, messages: Record<string, string> }} words */
function say(words) {
  own.add(words);
  arrived.clear();
  tell();
}

/** What a tag is known by here: its language, or all of it, where the page has words that may be for a region. @param {string} tag */
const languageOf = (tag) => (own.size || !tag.includes("-") ? tag : tag.replace(/-.*/, "")).toLowerCase();

/**
 * Fetches what is needed to speak a language, once per page. Where it cannot be had, English is spoken.
 *
 * @param {string} tag
 */
export async function fetchLanguage(tag) {
  while (!isFetched(tag)) {
    const language = languageOf(tag);
    const said = own.size;
    /** @type {Catalogue | null} */
    let catalogue = null;
    try {
      catalogue = said
        ? await (await import("./publication-metrics-words.js")).merge(language, own, load)
        : ((await load(language)) ?? null);
    } catch (error) {
      complain(`languages/${language}.js could not be loaded, English is used (${textOf(error)}).`);
    }
    // What was said meanwhile is to be in it too.
    if (said === own.size) arrived.set(language, catalogue);
  }
}

/** The tags whose dates the browser can write. @type {Set<string>} */
const prepared = new Set();

/**
 * Has the browser get its own data of a language, while the program is on its way: for the first date, it needs ten
 * milliseconds and more. English without a region, which stands in for what is not there, does without.
 *
 * @param {string} tag
 */
export function prepareDates(tag) {
  if (prepared.has(tag) || !(tag.startsWith("en-") || CATALOGUES[languageOf(tag)])) return;
  prepared.add(tag);
  setTimeout(() => {
    try {
      new intl.DateTimeFormat(tag, { dateStyle: "medium" });
    } catch {
      // The page has put something else there: the program knows what to do without.
    }
  });
}

/**
 * Whether all that can be known of a language is there.
 *
 * @param {string} tag
 */
export const isFetched = (tag) => arrived.has(languageOf(tag));

/**
 * Teaches a wasm instance a language that has arrived, once.
 *
 * @param {{ glue: Pick<Glue, "learn">, languages: Map<string, Catalogue> }} instance
 * @param {string} tag
 */
export function teach({ glue, languages }, tag) {
  const language = languageOf(tag);
  const catalogue = arrived.get(language);
  if (!catalogue || languages.get(language) === catalogue) return;
  languages.set(language, catalogue);
  glue.learn(language, catalogue);
}
