/** A page's own words: read, held against what is there, and put in its place. */
import { complain, textOf } from "./errors.js";

/** @typedef {{ tag: string, messages: Record<string, string> }} Words of a language, by the keys of the catalogues */

/** Files of words, asked for once. @type {Map<string, Promise<Words | undefined>>} */
const files = new Map();

/** @param {string} address */
function fetched(address) {
  const file = files.get(address) ?? read(address);
  files.set(address, file);
  return file;
}

/**
 * Reads a file of messages. One that cannot be had is a word to whoever keeps the page.
 *
 * @param {string} address
 * @returns {Promise<Words | undefined>}
 */
async function read(address) {
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    const { "@@locale": tag, ...messages } = await response.json();
    if (typeof tag !== "string") throw new Error('it does not say of what language they are, as in "@@locale": "es"');
    return { tag, messages };
  } catch (error) {
    complain(`The messages at ${address} are not used: ${textOf(error)}`);
    return undefined;
  }
}

/**
 * The catalogue of a language with the page's words in it. A message that is not known, or not understood, is left as it
 * is, with a word to whoever keeps the page.
 *
 * @param {string} language in lower case
 * @param {Iterable<string | Words>} own words, or where they are; the later ones hold
 * @param {(language: string) => Promise<string | undefined>} load a catalogue
 * @returns {Promise<string | null>} null where there is nothing but the English that the wasm has
 */
export async function merge(language, own, load) {
  const [primary = ""] = language.split("-");
  const given = await Promise.all(Array.from(own, (it) => (typeof it === "string" ? fetched(it) : it)));
  const base = await load(primary);
  const fitting = [...new Set([primary, language])].flatMap((tag) => given.filter((it) => it?.tag.replaceAll("_", "-").toLowerCase() === tag));
  if (!fitting.length) return base ?? null;
  const [{ default: keys }, { default: english }] = await Promise.all([import("./languages/keys.js"), import("./languages/en.js")]);
  const places = new Map(keys.split("\n").map((key, place) => [key, place]));
  const patterns = english.split("\n");
  const merged = (base ?? english).split("\n");
  for (const { tag, messages } of /** @type {Words[]} */ (fitting)) {
    for (const [key, pattern] of Object.entries(messages)) {
      if (key.startsWith("@")) continue;
      const place = places.get(key);
      const fault = place === undefined ? "there is no such message" : faultOf(pattern, patterns[place] ?? "");
      if (fault) complain(`The message "${key}" for ${tag} is not used: ${fault}.`);
      else merged[/** @type {number} */ (place)] = pattern.replace(/\s*\n\s*/g, " ");
    }
  }
  return merged.join("\n");
}

/**
 * What is wrong with a pattern.
 *
 * @param {unknown} pattern
 * @param {string} english
 * @returns {string | undefined}
 */
function faultOf(pattern, english) {
  if (typeof pattern !== "string") return "it is no text";
  const known = argumentsOf(english);
  try {
    const unknown = [...argumentsOf(pattern)].filter((it) => !known.has(it));
    if (!unknown.length) return undefined;
    return `it has no argument ${unknown.join(", ")}; its arguments are ${[...known].join(", ") || "none"}`;
  } catch (error) {
    return textOf(error);
  }
}

/**
 * The names of the arguments of a pattern in ICU MessageFormat: `{name}`, or a choice by plural, ordinal or word.
 *
 * @param {string} pattern
 * @returns {Set<string>}
 * @throws where it is not understood
 */
function argumentsOf(pattern) {
  /** @type {Set<string>} */
  const found = new Set();
  let at = 0;
  const next = () => pattern[at] ?? "";
  const skipSpace = () => {
    while (/\s/.test(next())) at++;
  };
  const word = () => {
    skipSpace();
    const start = at;
    while (/[\w=-]/.test(next())) at++;
    const end = at;
    skipSpace();
    return pattern.slice(start, end);
  };
  /** @param {string} character */
  const demand = (character) => {
    if (next() !== character) throw new Error(`"${character}" is expected at character ${at + 1}`);
    at++;
  };
  /** @param {boolean} isInside whether a brace ends it */
  const message = (isInside) => {
    while (at < pattern.length && next() !== "}") {
      if (next() === "{") argument();
      else at++;
    }
    if (isInside || at < pattern.length) demand(isInside ? "}" : "{");
  };
  const argument = () => {
    demand("{");
    const name = word();
    if (!name) throw new Error(`the name of an argument is expected at character ${at + 1}`);
    found.add(name);
    if (next() === ",") choices();
    demand("}");
  };
  const choices = () => {
    demand(",");
    const kind = word();
    if (!["plural", "select", "selectordinal"].includes(kind)) throw new Error(`it knows no choice by "${kind}"`);
    demand(",");
    const cases = new Set();
    for (let name = word(); name; name = word()) {
      cases.add(name);
      demand("{");
      message(true);
    }
    if (!cases.has("other")) throw new Error("a choice in it has no case other");
  };
  message(false);
  return found;
}
