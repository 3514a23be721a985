/** Addresses of records, with places for the identifiers of the badge. */

/** @import { Identifiers, Scheme } from "./identifiers.js" */

const PLACE = /\{(doi|pmid|arxiv|isbn|handle|uri|altmetric|dimensions)\}/g;

/**
 * @param {string} template
 * @param {Identifiers} identifiers
 * @returns {string | undefined} undefined where the badge has none of those that there is a place for
 */
export function filled(template, identifiers) {
  const values = [...template.matchAll(PLACE)].map(([, scheme]) => identifiers[/** @type {Scheme} */ (scheme)]);
  if (values.length && !values.some(Boolean)) return undefined;
  return template.replace(PLACE, (_, scheme) => encodeURIComponent(identifiers[/** @type {Scheme} */ (scheme)] ?? ""));
}
