// @ts-check
// Before the element is defined, so that there is no class yet which could take the property.
const early = /** @type {HTMLElement & { publication?: unknown }} */ (document.getElementById("early"));
early.publication = { title: "Fern", citations: [{ source: "Scopus", count: 7, asOf: "2025-06-30" }] };
