import { complain, textOf } from "./errors.js";

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

/** What has arrived; null for a language that could not be had. @type {Map<string, Catalogue | null>} */
const arrived = new Map();

/**
 * The language of a tag that has a catalogue of its own to be fetched.
 *
 * @param {string} tag
 * @returns {string | undefined}
 */
const languageWith = (tag) => {
  const [primary = ""] = tag.toLowerCase().split("-");
  return Object.hasOwn(CATALOGUES, primary) ? primary : undefined;
};

/**
 * Fetches what is needed to speak a language, once per page. Where it cannot be had, English is spoken.
 *
 * @param {string} tag
 */
export async function fetchLanguage(tag) {
  const language = languageWith(tag);
  if (!language || arrived.has(language)) return;
  try {
    const { default: catalogue } = /** @type {{ default: Catalogue }} */ (await CATALOGUES[language]?.());
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
 * @param {{ glue: Glue, languages: Set<string> }} instance
 * @param {string} tag
 */
export function teach({ glue, languages }, tag) {
  const language = languageWith(tag);
  const catalogue = language && arrived.get(language);
  if (!catalogue || languages.has(language)) return;
  languages.add(language);
  glue.learn(language, catalogue);
}
