import { isSet, option, sizeOf } from "./option.js";
import { sideIn } from "./panel.js";

/** @import { Vendor } from "./vendors.js" */

/** `<span class="__dimensions_badge_embed__" data-doi="…">` @type {Vendor} */
export const dimensions = {
  name: "dimensions",
  title: "Dimensions",
  selector: ".__dimensions_badge_embed__",
  attributes: ["data-doi", "data-pmid", "data-id"],
  events: "dimensions_embed",
  read: (element) => ({
    identifiers: { doi: option(element, "doi"), pmid: option(element, "pmid"), dimensions: option(element, "id") },
    badges: "citations",
    size: sizeOf(option(element, "style"), /^small/),
    side: sideIn(option(element, "legend")),
    isDetailed: false,
    hidesEmpty: isSet(element, "hide-zero-citations"),
    hidesZero: isSet(element, "hide-zero-citations"),
  }),
};
