import { isSet, option } from "./option.js";
import { sideIn } from "./panel.js";

/** @import { Vendor } from "./vendors.js" */

/** `<div class="scite-badge" data-doi="…">` @type {Vendor} */
export const scite = {
  name: "scite",
  title: "scite",
  selector: ".scite-badge",
  attributes: ["data-doi"],
  read: (element) => ({
    identifiers: { doi: doiOf(option(element, "doi")) },
    badges: "citations",
    size: isSet(element, "small") ? "small" : "",
    side: sideIn(option(element, "tooltip-placement")),
    isDetailed: false,
    // As the vendor has it, zero is only shown where the page asks for it.
    hidesEmpty: !isSet(element, "show-zero"),
    hidesZero: !isSet(element, "show-zero"),
  }),
};

/** The DOI, or what the page's tag of that name has. @param {string} given */
function doiOf(given) {
  const name = /^meta:(.*)$/i.exec(given)?.[1];
  if (name === undefined) return given;
  return document.querySelector(`meta[name="${CSS.escape(name)}" i]`)?.getAttribute("content")?.trim() ?? "";
}
