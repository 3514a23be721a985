/** What a row of badges says of a record: the same rules and words as the element's. */

import { attentionOf } from "./attention.js";
import { date, joined, number, plural } from "./language.js";
import { standingOf } from "./standing.js";

/**
 * @typedef {object} Badge
 * @property {"citations" | "altmetric" | "quartile"} name
 * @property {"known" | "zero" | "none"} state
 * @property {string} value
 * @property {string} label
 * @property {string} note
 * @property {boolean} opens whether there is anything in its panel
 */

/** @param {any} record @param {string} lang */
export function factsOf(record, lang) {
  const attention = attentionOf(record.attention ?? []);
  const standing = standingOf(record);
  return {
    badges: [citations(record, lang), altmetric(record, attention, lang), quartile(record, standing, lang)],
    arcs: attention?.arcs ?? [],
    ring: joined((attention?.arcs ?? []).map(({ kind, volume }) => `${number(volume, lang)} ${nounOf(kind, volume, lang)}`)),
    rung: standing?.quartile,
    link: record.doi ? `https://doi.org/${record.doi}` : record.url,
  };
}

/** @typedef {ReturnType<typeof factsOf>} Facts */

/** @param {any} record @param {string} lang @returns {Badge} */
function citations(record, lang) {
  const counts = record.citations ?? [];
  const leading = counts.find((/** @type {any} */ entry) => entry.count != null);
  return {
    name: "citations",
    opens: counts.length > 0,
    label: plural(leading?.count ?? 0, "citation", "citations", lang),
    ...valued(leading?.count, lang),
    note: leading ? joined([leading.source, date(leading.asOf ?? record.asOf, "short", lang)]) : "not recorded",
  };
}

/** @param {any} record @param {ReturnType<typeof attentionOf>} profile @param {string} lang @returns {Badge} */
function altmetric(record, profile, lang) {
  const leading = profile?.leading;
  const label = !leading ? "attention" : leading.kind === "score" ? "attention score" : counted(leading, lang);
  return {
    name: "altmetric",
    opens: Boolean(profile),
    label,
    ...valued(leading?.value, lang),
    note: leading ? joined([leading.provider, date(leading.asOf ?? record.asOf, "short", lang)]) : "not recorded",
  };
}

/** @param {any} record @param {ReturnType<typeof standingOf>} standing @param {string} lang @returns {Badge} */
function quartile(record, standing, lang) {
  const { ranking, quartile } = standing ?? {};
  const place = ranking?.rank && `${ordinal(ranking.rank, lang)} of ${number(ranking.of, lang)}`;
  return {
    name: "quartile",
    opens: Boolean(record.rankings?.length),
    label: ranking?.category ?? "quartile",
    state: quartile ? "known" : "none",
    value: quartile ? `Q${quartile}` : "–",
    note: ranking
      ? joined([ranking.year ? `${ranking.agency} ${ranking.year}` : ranking.agency, quartile ? place : "no quartile"])
      : "not recorded",
  };
}

/** @param {number | undefined} value @param {string} lang @returns {Pick<Badge, "state" | "value">} */
function valued(value, lang) {
  if (value == null) return { state: "none", value: "–" };
  return { state: value > 0 ? "known" : "zero", value: number(value, lang, value >= 1e6) };
}

/** @param {string} kind @param {number} count @param {string} lang */
export function nounOf(kind, count, lang) {
  if (kind === "usage") return "views and downloads";
  const noun = kind.slice(0, -1);
  return kind === "score" ? kind : plural(count, noun, kind, lang);
}

/** @param {any} figure @param {string} lang */
export function counted({ kind, value, source }, lang) {
  if (!source) return nounOf(kind, value, lang);
  const what = kind === "mentions" ? plural(value, "account", "accounts", lang) : nounOf(kind, value, lang);
  return kind === "usage" ? `${what} on ${source}` : `${source} ${what}`;
}

/** @param {number} rank @param {string} lang */
function ordinal(rank, lang) {
  const ending = /** @type {Record<string, string>} */ ({ one: "st", two: "nd", few: "rd" });
  return number(rank, lang) + (ending[plural(rank, "ordinal", "", lang)] ?? "th");
}
