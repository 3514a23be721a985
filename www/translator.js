/** The program that knows the dialects of others, and who answers for a DOI. */
import glue from "./glue-dialects.js";
import { start, untrapped } from "./program.js";

/** @import { Instantiate } from "./program.js" */

/** The instance that serves every element of the page. @type {Promise<DialectsGlue> | undefined} */
let running;

/** @param {Instantiate} instantiate */
const begin = (instantiate) =>
  start("dialects", glue(), () => new URL("./publication-metrics-dialects.wasm", import.meta.url), instantiate).catch((error) => {
    running = undefined;
    throw error;
  });

/**
 * Does something with it.
 *
 * @template T
 * @param {Instantiate} instantiate
 * @param {(translator: DialectsGlue) => T} work
 * @returns {Promise<T>}
 */
export const withTranslator = (instantiate, work) =>
  untrapped(
    async () => work(await (running ??= begin(instantiate))),
    (error) => {
      // What refuses a record says so by a code.
      if (!(/** @type {{ code?: string }} */ (error).code)) running = undefined;
    },
  );
