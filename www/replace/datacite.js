/** @import { Vendor } from "./vendors.js" */

/** `<data-metrics-badge doi="…">` @type {Vendor} */
export const datacite = {
  name: "datacite",
  title: "DataCite",
  selector: "data-metrics-badge",
  attributes: ["doi"],
  // It has what this badge showed: citations, views and downloads of data.
  source: "datacite",
  read: (element) => ({
    identifiers: { doi: element.getAttribute("doi")?.trim() ?? "" },
    badges: "citations altmetric",
    size: "",
    side: "bottom",
    isDetailed: false,
    hidesEmpty: false,
    hidesZero: false,
  }),
};
