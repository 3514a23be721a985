/** Where the venue stands: which ranking leads, and its quartile by the rule of its agency. */

/** @param {any} record */
export function standingOf({ rankings = [], published }) {
  if (!rankings.length) return undefined;
  const standings = rankings.map((/** @type {any} */ ranking) => ({ ranking, agency: agencyOf(ranking.agency), quartile: quartileOf(ranking) }));
  const preference = (/** @type {any} */ { agency, quartile }) => (quartile ? 0 : 10) + AGENCIES.indexOf(agency);
  const first = standings.reduce((/** @type {any} */ best, /** @type {any} */ it) => (preference(it) < preference(best) ? it : best));
  const ofAgency = standings.filter((/** @type {any} */ { agency, ranking }) => agency === first.agency && (agency !== "other" || ranking.agency === first.ranking.agency));
  const edition = editionOf(Number.parseInt(published), ofAgency.map((/** @type {any} */ { ranking }) => ranking.year).filter(Boolean));
  const inEdition = edition ? ofAgency.filter((/** @type {any} */ { ranking }) => ranking.year === edition) : ofAgency;
  return inEdition.reduce((/** @type {any} */ best, /** @type {any} */ it) => (placeOf(it) < placeOf(best) ? it : best));
}

/** In the order of preference. */
const AGENCIES = ["jcr", "sjr", "citescore", "other"];

/** @param {string} name */
function agencyOf(name) {
  if (/jcr|journal citation reports|clarivate/i.test(name)) return "jcr";
  if (/sjr|scimago/i.test(name)) return "sjr";
  if (/citescore|scopus/i.test(name)) return "citescore";
  return /wos|web of science/i.test(name) ? "jcr" : "other";
}

/** @param {any} ranking */
function quartileOf({ agency, quartile, rank, of, percentile }) {
  const its = agencyOf(agency);
  if (quartile) return Number(String(quartile).replace("Q", ""));
  if (its === "jcr" && rank) return Math.min(4, Math.ceil((4 * rank) / of));
  if (its !== "jcr" && its !== "citescore") return undefined;
  const given = its === "citescore" && rank ? Math.floor((100 * (of - rank)) / of) : percentile;
  return given == null ? undefined : given >= 75 ? 1 : given >= 50 ? 2 : given >= 25 ? 3 : 4;
}

/** The year itself, else the nearest later, else the nearest earlier. @param {number} published @param {number[]} years */
function editionOf(published, years) {
  const later = years.filter((year) => year >= published);
  return later.length ? Math.min(...later) : years.length ? Math.max(...years) : undefined;
}

/** From 0, the best, to 1. @param {any} standing */
function placeOf({ ranking: { rank, of, percentile }, quartile }) {
  if (rank) return rank / of;
  if (percentile != null) return 1 - percentile / 100;
  return quartile ? quartile / 4 : Infinity;
}
