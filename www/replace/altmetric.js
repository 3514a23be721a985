import { doisOfPage } from "../page-doi.js";
import { doiIn } from "./identifiers.js";
import { isOn, sizeOf } from "./option.js";
import { sideIn } from "./panel.js";

/** @import { Vendor } from "./vendors.js" */

/** The options that name a publication, and what they name it by. */
const SCHEMES = /** @type {const} */ ({
  doi: "doi",
  pmid: "pmid",
  "arxiv-id": "arxiv",
  handle: "handle",
  isbn: "isbn",
  uri: "uri",
  "altmetric-id": "altmetric",
});

/** `<div class="altmetric-embed" data-doi="…">` @type {Vendor} */
export const altmetric = {
  name: "altmetric",
  title: "Altmetric",
  selector: ".altmetric-embed",
  attributes: Object.keys(SCHEMES).map((name) => `data-${name}`),
  events: "altmetric",
  read(element) {
    // Where a journal's XML allows no data attributes, options are classes: `altmetric-doi-10.…`.
    const option = (/** @type {string} */ name) =>
      element.getAttribute(`data-${name}`) ??
      [...element.classList].find((it) => it.startsWith(`altmetric-${name}-`))?.slice(`altmetric-${name}-`.length) ??
      null;
    const given = Object.entries(SCHEMES).flatMap(([name, scheme]) => {
      const value = option(name);
      return value === null ? [] : [[scheme, value.trim()]];
    });
    // A badge that names nothing is of the page that it is on.
    if (!given.length) given.push(["doi", doisOfPage().find(doiIn) ?? ""]);
    return {
      identifiers: Object.fromEntries(given),
      badges: "altmetric citations",
      size: sizeOf(option("badge-type") ?? "", /^(1|2|4|bar)$/),
      side: sideIn(option("badge-popover") ?? ""),
      isDetailed: isOn(option("badge-details")) && option("badge-details") !== "",
      hidesEmpty: isOn(option("hide-no-mentions")) || Number(option("hide-less-than")) > 0,
      hidesZero: false,
    };
  },
};
