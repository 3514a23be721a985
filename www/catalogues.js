import { complain, textOf } from "./errors.js";
import { tell } from "./page.js";

/** @typedef {string} Catalogue the messages of a language, a line each, in the order of the wasm's own */

/**
 * The languages beside English, which the wasm has. Each import is written out, for bundlers follow no other.
 *
 * @type {Record<string, (() => Promise<{ default: Catalogue }>) | undefined>}
 */
const CATALOGUES = {
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

/** The page's own words, by key, for a language in lower case. @type {Map<string, Record<string, string>>} */
const own = new Map();
/** Files of such words that are on their way. @type {Map<string, Promise<void>>} */
const files = new Map();
/** What has arrived; null for a language that could not be had. @type {Map<string, Catalogue | null>} */
const arrived = new Map();

/**
 * Says things in the page's own words: in a language that is there, for a region of it, or in another one, for which
 * English fills in.
 *
 * @param {string} tag
 * @param {Record<string, string>} messages patterns by the keys of the catalogues
 */
export function setMessages(tag, messages) {
  const language = tag.toLowerCase();
  own.set(language, { ...own.get(language), ...messages });
  arrived.clear();
  tell();
}

/**
 * The same with a file, an Application Resource Bundle that names its language (`@@locale`).
 *
 * @param {string} address
 */
export function fetchMessages(address) {
  if (files.has(address)) return;
  const file = words()
    .then(({ read }) => read(address))
    .then(({ tag, messages }) => setMessages(tag, messages))
    .catch((error) => complain(`The messages at ${address} are not used: ${textOf(error)}`));
  files.set(address, file);
}

const words = () => import("./publication-metrics-words.js");

/**
 * The language of a tag that has a catalogue to be fetched.
 *
 * @param {string} tag
 * @returns {string | undefined}
 */
const languageWith = (tag) => {
  const [primary = ""] = tag.toLowerCase().split("-");
  return [tag.toLowerCase(), primary].find((it) => own.has(it) || Object.hasOwn(CATALOGUES, it));
};

/**
 * Fetches what is needed to speak a language, once per page. Where it cannot be had, English is spoken.
 *
 * @param {string} tag
 */
export async function fetchLanguage(tag) {
  await Promise.all(files.values());
  const language = languageWith(tag);
  if (!language || arrived.has(language)) return;
  try {
    const { default: catalogue } = /** @type {{ default: Catalogue }} */ (
      await (own.has(language) ? words().then(({ merge }) => merge(language, own, CATALOGUES)) : CATALOGUES[language]?.())
    );
    arrived.set(language, catalogue);
  } catch (error) {
    arrived.set(language, null);
    complain(`languages/${language}.js could not be loaded, English is used (${textOf(error)}).`);
  }
}

/**
 * Whether all that can be known of a language is there.
 *
 * @param {string} tag
 */
export const isFetched = (tag) => {
  const language = languageWith(tag);
  return !language || arrived.has(language);
};

/**
 * Teaches a wasm instance a language that has arrived, once.
 *
 * @param {{ glue: Glue, languages: Map<string, Catalogue> }} instance
 * @param {string} tag
 */
export function teach({ glue, languages }, tag) {
  const language = languageWith(tag);
  const catalogue = language && arrived.get(language);
  if (!catalogue || languages.get(language) === catalogue) return;
  languages.set(language, catalogue);
  glue.learn(language, catalogue);
}
