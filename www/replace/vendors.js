import { altmetric } from "./altmetric.js";
import { datacite } from "./datacite.js";
import { dimensions } from "./dimensions.js";
import { plumx } from "./plumx.js";
import { scite } from "./scite.js";

/** @import { Identifiers } from "./identifiers.js" */
/** @import { Side } from "./panel.js" */

/**
 * What the markup of a badge says, as far as it has a meaning here.
 *
 * @typedef {object} Told
 * @property {Identifiers} identifiers
 * @property {string} badges of those that the vendor's readers saw, where the record may have them all
 * @property {"small" | "large" | ""} size
 * @property {Side} side where its panel opens
 * @property {boolean} isDetailed whether it lists what is counted, where others have a panel
 * @property {boolean} hidesEmpty
 * @property {boolean} hidesZero
 */

/**
 * @typedef {object} Vendor
 * @property {string} name as the page names it
 * @property {string} title as people name it
 * @property {string} selector of its markup
 * @property {string[]} attributes that have identifiers
 * @property {string} [source] who answers, where the page names nobody else
 * @property {string} [events] the name before `:show` and `:hide` of the events that pages wait for
 * @property {(element: Element) => Told} read
 */

/** @type {Vendor[]} */
export const VENDORS = [altmetric, dimensions, plumx, scite, datacite];
