/** The publication behind what is no DOI. */
import { MetricsError } from "./errors.js";
import { translate } from "./translate.js";
import { withTranslator } from "./translator.js";

/** @import { Answer } from "./ask.js" */
/** @import { Instantiate } from "./program.js" */

/**
 * What was found, who found it, and its DOI where the record has one.
 *
 * @typedef {{ source: string, answer: Answer, doi: string | undefined }} Identified
 */

/**
 * By the first of the sources that can be asked by it, and knows it. Its record has the DOI by which the others are asked.
 *
 * @param {string} identifier `pmid:…` or `isbn:…`
 * @param {string[]} sources
 * @param {(source: string, identifier: string) => Promise<Answer>} answerOf
 * @param {Instantiate} instantiate
 * @returns {Promise<Identified>}
 */
export async function identify(identifier, sources, answerOf, instantiate) {
  const able = await withTranslator(instantiate, (translator) => translator.sourceNames().filter((name) => translator.answersFor(name, identifier)));
  const asked = sources.filter((name) => able.includes(name));
  const scheme = identifier.replace(/:.*/, "").toUpperCase();
  if (!asked.length) {
    throw new MetricsError("invalid-doi", `${sources.join(" and ")} cannot be asked for a publication by its ${scheme}. By the attribute source, name ${able.join(" or ")}.`);
  }
  /** @type {unknown} */
  let failure;
  for (const source of asked) {
    try {
      const answer = await answerOf(source, identifier);
      if (!answer.record) continue;
      const { record } = await translate(answer.record, source, instantiate, answer.day);
      return { source, answer, doi: /** @type {{ doi?: string }} */ (record).doi };
    } catch (error) {
      failure ??= error;
    }
  }
  // Without the number, so that a list of a thousand such is one line on the console.
  throw failure ?? new MetricsError("invalid-doi", `No publication with this ${scheme} is known to ${asked.join(" or ")}.`);
}
