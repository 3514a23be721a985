import { isSet, option, sizeOf } from "./option.js";
import { sideIn } from "./panel.js";

/** @import { Vendor } from "./vendors.js" */

/** What is counted beside citations, as the options that hide it have it. */
const ATTENTION = ["usage", "captures", "mentions", "socialmedia"];

/** `<a href="https://plu.mx/plum/a/?doi=…" class="plumx-plum-print-popup">` @type {Vendor} */
export const plumx = {
  name: "plumx",
  title: "PlumX",
  // Those of persons and grants are no publication's.
  selector: "a.plumx-plum-print-popup,a.plumx-summary,a.plumx-details",
  attributes: ["href"],
  read(element) {
    const hasAttention = !ATTENTION.every((kind) => isSet(element, `hide-${kind}`));
    const hasCitations = !isSet(element, "hide-citations");
    return {
      identifiers: identifiersIn(element.getAttribute("href") ?? ""),
      badges: [hasAttention && "altmetric", hasCitations && "citations"].filter(Boolean).join(" "),
      size: sizeOf(option(element, "size"), /^(small|tiny)/),
      side: sideIn(option(element, "popup")),
      isDetailed: element.matches(".plumx-summary,.plumx-details"),
      hidesEmpty: isSet(element, "hide-when-empty"),
      hidesZero: false,
    };
  },
};

/** @param {string} href */
function identifiersIn(href) {
  const query = new URLSearchParams(/\?([^#]*)/.exec(href)?.[1] ?? "");
  const of = (/** @type {string} */ name) => query.get(name)?.trim() ?? "";
  return { doi: of("doi"), pmid: of("pmid"), arxiv: of("arxiv"), isbn: of("isbn"), handle: of("handle") };
}
