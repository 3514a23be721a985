/** A publication of which the page has nothing but the DOI, or another identifier: what services of its choice say of it. */
import { complain, MetricsError, textOf } from "./errors.js";
import { identify } from "./identify.js";
import { remembered, remember } from "./memory.js";
import { doisOfPage } from "./page-doi.js";
import { question } from "./questions.js";
import { settingOf } from "./setting.js";
import { translate } from "./translate.js";
import { withTranslator } from "./translator.js";

/** @import { Instantiate } from "./program.js" */
/** @import { Retrieved } from "./record.js" */

/**
 * What a service gave, and when.
 *
 * @typedef {{ record: unknown, day: string }} Answer the record is null where the service does not know the publication
 */

/** The answers of this page's life, by what was asked. @type {Map<string, Answer>} */
const answered = new Map();

/**
 * @param {Element} element
 * @param {string} given the DOI in any written form, `pmid:…` and the like, or `meta` for the page's own
 * @param {RequestInit} options its signal calls the asking off; a `cache` other than `default` passes by what is remembered
 * @param {Instantiate} instantiate
 * @returns {Promise<Retrieved>}
 */
export async function ask(element, given, { signal, cache }, instantiate) {
  const identifier = await identifierOf(given, instantiate);
  const sources = await sourcesOf(element, instantiate);
  const memory = settingOf(element, "cache");
  const limit = Number(settingOf(element, "cache-max-age") || DAY);
  const timeout = Number(settingOf(element, "timeout") || TIMEOUT);
  const endpoint = settingOf(element, "endpoint");
  const mailto = settingOf(element, "mailto");

  /** @param {string} source @param {string} identifier @returns {Promise<Answer>} */
  const answerOf = async (source, identifier) => {
    const key = `${endpoint} ${source} ${identifier}`;
    if (cache === "default") {
      const known = answered.get(key) ?? (await remembered(memory, key, limit));
      if (known) return known;
    }
    const record = await question({ identifier, source, endpoint, mailto, timeout }, signal ?? undefined, instantiate);
    const answer = { record, day: new Date().toISOString().slice(0, 10) };
    answered.set(key, answer);
    void remember(memory, key, answer);
    return answer;
  };

  const isDoi = identifier.startsWith("10.");
  /** @type {Partial<import("./identify.js").Identified>} */
  const { doi, source: known, answer: first } = isDoi ? { doi: identifier } : await identify(identifier, sources, answerOf, instantiate);
  const outcomes = await Promise.allSettled(sources.map((source) => (source === known ? first : doi ? answerOf(source, doi) : undefined)));
  /** @type {unknown[]} */
  const originals = [];
  /** @type {unknown[]} */
  const records = [];
  /** @type {string[]} */
  const warnings = [];
  /** @type {unknown[]} */
  const refusals = [];
  for (const [at, outcome] of outcomes.entries()) {
    const source = sources[at] ?? "";
    if (outcome.status === "rejected") {
      warnings.push(`${source}: ${textOf(outcome.reason)}`);
    } else if (outcome.value?.record) {
      const { record, day } = outcome.value;
      try {
        const translated = await translate(record, source, instantiate, day);
        originals.push(record);
        records.push(translated.record);
        warnings.push(...translated.warnings.map((warning) => `${source}: ${warning}`));
      } catch (error) {
        refusals.push(error);
        warnings.push(`${source}: ${textOf(error)}`);
      }
    }
  }
  const failure = outcomes.find((it) => it.status === "rejected")?.reason ?? refusals[0];
  if (!records.length && failure) throw failure;
  // Not found is no error: the publication is known, and nothing else of it.
  const merged = records.length > 1 ? await translate(records, "", instantiate) : { record: records[0] ?? { doi }, warnings: [] };
  return { given: originals.length > 1 ? originals : (originals[0] ?? { doi }), value: merged.record, warnings: [...warnings, ...merged.warnings] };
}

/** How old what is remembered may be, in seconds. */
const DAY = 86_400;

/** How long one attempt to ask may take, in seconds. */
const TIMEOUT = 15;

/**
 * @param {Element} element
 * @param {Instantiate} instantiate
 */
async function sourcesOf(element, instantiate) {
  const known = await withTranslator(instantiate, (translator) => translator.sourceNames());
  const wanted = settingOf(element, "source").toLowerCase().split(/\s+/).filter(Boolean);
  for (const name of wanted) {
    if (!known.includes(name)) complain(`source="${name}" is unknown and left out. Known: ${known.join(", ")}.`);
  }
  const sources = [...new Set(wanted)].filter((name) => known.includes(name));
  return sources.length ? sources : known.slice(0, 1);
}

/**
 * @param {string} given
 * @param {Instantiate} instantiate
 */
async function identifierOf(given, instantiate) {
  const ofPage = given.toLowerCase() === "meta";
  const written = ofPage ? doisOfPage() : [given];
  const found = await withTranslator(instantiate, (translator) => written.map((it) => translator.identifierIn(it)).filter((it) => it !== undefined));
  const identifier = found.find((it) => it.startsWith("10.")) ?? found[0];
  if (identifier) return identifier;
  throw new MetricsError(
    "invalid-doi",
    ofPage
      ? 'doi="meta" finds no DOI in the page: it has none in citation_doi, DC.identifier, prism.doi or JSON-LD.'
      : `doi="${given}" is not a DOI. One is written like 10.1038/s41571-024-00939-2, another identifier like pmid:31978945.`,
  );
}
