import { withTranslator } from "./translator.js";

/** @import { Instantiate } from "./program.js" */

/**
 * A record in the dialect of others, as a record in our own.
 *
 * @param {unknown} original parsed JSON
 * @param {string} format the name of its dialect; where it is empty, the dialect is recognised
 * @param {Instantiate} instantiate
 * @param {string} [retrieved] the day on which a service gave it
 * @returns {Promise<{ record: unknown, warnings: string[] }>}
 */
export const translate = (original, format, instantiate, retrieved = "") =>
  withTranslator(instantiate, (translator) => {
    const translation = translator.translate(original, format, retrieved);
    const { record, warnings } = translation;
    translation.free();
    return { record, warnings };
  });
