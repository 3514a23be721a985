import { download, htmlInstead, unreachable } from "./download.js";
import { MetricsError, missing, textOf } from "./errors.js";
import { instantiate } from "./loader.js";

/**
 * Where the page has put the record, the first that is given: the property, the JSON inside the
 * element, `src`, `doi`.
 *
 * @typedef {({ kind: "publication", given: unknown } | { kind: "inline" | "src" | "doi", given: string }) & { format: string }} Source
 */

/**
 * @param {Element} element
 * @param {unknown} publication the property
 * @returns {Source | undefined} undefined where the page has given nothing
 */
export function sourceOf(element, publication) {
  const format = element.getAttribute("format")?.trim() ?? "";
  if (publication != null) return { kind: "publication", given: publication, format };
  const inline = element.querySelector(':scope > script[type="application/json" i]');
  if (inline && isParsed(inline)) return { kind: "inline", given: inline.textContent ?? "", format };
  for (const kind of /** @type {const} */ (["src", "doi"])) {
    const given = element.getAttribute(kind)?.trim();
    if (given) return { kind, given, format: kind === "doi" ? (element.getAttribute("source") ?? "") : format };
  }
  return undefined;
}

/**
 * @param {Source | undefined} one
 * @param {Source | undefined} other
 */
export const sameSource = (one, other) => one?.kind === other?.kind && one?.given === other?.given && one?.format === other?.format;

/**
 * Whether the parser is past the node: as long as nothing follows it, its text may still grow.
 *
 * @param {Node} node
 */
function isParsed(node) {
  if (document.readyState !== "loading") return true;
  /** @type {Node | null} */
  let at = node;
  for (; at; at = at.parentNode) {
    if (at.nextSibling) return true;
  }
  return false;
}

/**
 * @typedef {object} Retrieved
 * @property {unknown} given the record as the page has it
 * @property {unknown} value in our own dialect, parsed and not yet read
 * @property {string[]} warnings of its translation
 */

/**
 * @param {Element} element
 * @param {Source} source
 * @param {RequestInit} options of the request, where there is one
 * @returns {Promise<Retrieved>}
 */
export async function retrieve(element, source, options) {
  const value = source.kind === "doi" ? undefined : await parsed(source, options);
  const given = source.kind === "publication" ? source.given : value;
  if (source.kind !== "doi" && isOwn(value, source.format)) return { given, value, warnings: [] };
  const { ask, translate } = await import("./publication-metrics-dialects.js").catch(missing("publication-metrics-dialects.js"));
  if (source.kind === "doi") return ask(element, source.given, options, instantiate);
  const { record, warnings } = await translate(value, source.format, instantiate);
  return { given, value: record, warnings };
}

/** What our own dialect has, in a word each. */
const OWN =
  /^(type|title|doi|url|published|venue|authors|affiliations|abstract|keywords|indexedIn|license|openAccess|retracted|notices|citations|attention|rankings|indicators|institution|asOf)$/;

/**
 * Whether a record is surely in our own dialect. One with anything else in it may be in another, which those who know them
 * decide; what is no object at all is refused by whoever reads it.
 *
 * @param {unknown} value
 * @param {string} format
 */
const isOwn = (value, format) =>
  format ? format === "native" : Object.keys(Object(value)).every((key) => OWN.test(key));

/**
 * The record itself, parsed.
 *
 * @param {Source} source
 * @param {RequestInit} options
 * @returns {Promise<unknown>}
 */
async function parsed({ kind, given }, options) {
  switch (kind) {
    case "publication":
      return snapshot(given);
    case "inline":
      return parse(given, "The JSON inside the element");
    case "src": {
      const response = await download(given, options);
      const origin = response.url || given;
      const text = await read(response, origin);
      if (text.trimStart().startsWith("<")) throw htmlInstead(origin);
      return parse(text, origin);
    }
    default: // "doi" has no record to parse.
  }
}

/** How long the text of a record may be, in UTF-16 units: about as many bytes. */
const LARGEST = 16 * 1024 * 1024;

/**
 * The text of an answer, of which no more is taken in than may be in it: it may have no end.
 *
 * @param {Response} response
 * @param {string} origin
 */
async function read({ body }, origin) {
  if (!body) return "";
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  try {
    for (let ended = false; !ended && text.length <= LARGEST; ) {
      const { done, value } = await reader.read();
      text += decoder.decode(value, { stream: !done });
      ended = done;
    }
  } catch (error) {
    throw unreachable(origin, error);
  } finally {
    reader.cancel().catch(() => {});
  }
  return text;
}

/**
 * The property as JSON would carry it: plain data, whatever proxies, dates or classes it is made of, that the page can
 * no longer change. What JSON has no number for stays visible as text.
 *
 * @param {unknown} given
 * @returns {unknown}
 */
export function snapshot(given) {
  let text;
  try {
    try {
      text = JSON.stringify(given);
    } catch {
      // Of whatever JSON does not know the next one tells.
    }
    // To look at each value takes longer, and without it only numbers that JSON does not know are lost, as `null`.
    if (!text || text.includes("null")) {
      text = JSON.stringify(given, (_, value) =>
        (typeof value === "number" && !Number.isFinite(value)) || typeof value === "bigint" ? String(value) : value,
      );
    }
  } catch (error) {
    throw new MetricsError("not-a-publication", `The publication cannot be written as JSON: ${textOf(error)}`, error);
  }
  return parse(text ?? "null", "The publication");
}

/**
 * @param {string} text
 * @param {string} origin names the text in a message
 * @returns {unknown}
 */
function parse(text, origin) {
  if (text.length > LARGEST) throw new MetricsError("too-large", `${origin} is larger than 16 MB.`);
  try {
    // Files written on Windows begin with a byte order mark, which RFC 8259 lets readers ignore.
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    throw new MetricsError("not-json", `${origin} is not valid JSON: ${diagnosis(textOf(error), text)}`, error);
  }
}

/**
 * Where and why the text stops being JSON. Chromium writes "at position 12 (line 2 column 5)", or
 * only the first half; Firefox "at line 2 column 5"; all say when the text just ends; WebKit gives
 * no place.
 *
 * @param {string} complaint the engine's own message
 * @param {string} text
 */
function diagnosis(complaint, text) {
  const reason = complaint.replace(/^JSON(\.parse| Parse error): |( in JSON)? at (position|line) .*$/g, "");
  let [, line, column] = /line (\d+) column (\d+)/.exec(complaint) ?? [];
  if (!line) {
    const position = /position (\d+)/.exec(complaint)?.[1] ?? (/\bend\b|EOF/i.test(complaint) ? text.length : undefined);
    if (position === undefined) return reason;
    const before = text.slice(0, Number(position)).split("\n");
    line = String(before.length);
    column = String((before.at(-1) ?? "").length + 1);
  }
  return `line ${line}, column ${column}: ${reason}`;
}
