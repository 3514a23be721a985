/**
 * What can go wrong between a page and its widget. Each message is a sentence for the person who
 * keeps the page: what happened, and what to do about it.
 */

/** @import { MetricsErrorCode } from "./index.js" */

/** An error with the code that `metrics-error` carries. */
export class MetricsError extends Error {
  /**
   * @param {MetricsErrorCode} code
   * @param {string} message
   * @param {unknown} [cause]
   */
  constructor(code, message, cause) {
    super(message, { cause });
    this.name = "MetricsError";
    this.code = code;
  }
}

/** @type {Set<string>} */
const said = new Set();

/**
 * Warns on the console, once for each distinct message and page: a list of a hundred widgets with
 * the same fault is one line.
 *
 * @param {string} message
 */
export function complain(message) {
  if (said.has(message)) return;
  said.add(message);
  console.warn(`publication-metrics: ${message}`);
}

/**
 * Does something for one element of many: what it throws is told as the browser tells of it, and is nothing to the others.
 *
 * @param {() => void} work
 */
export function apart(work) {
  try {
    work();
  } catch (error) {
    reportError(error);
  }
}

/**
 * The text of whatever was thrown.
 *
 * @param {unknown} thrown
 */
export const textOf = (thrown) => (thrown instanceof Error ? thrown.message : String(thrown));

/**
 * What is to be said when a script beside this one cannot be had.
 *
 * @param {string} name
 * @returns {(error: unknown) => never}
 */
export const missing = (name) => (error) => {
  throw new MetricsError("wasm-unavailable", `${name} could not be loaded (${textOf(error)}). Put it beside the script.`, error);
};
