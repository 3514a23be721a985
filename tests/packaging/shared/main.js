import "publication-metrics";

/** @satisfies {import("publication-metrics").Publication} */
const record = { title: "Moss", doi: "10.1000/moss", citations: [{ source: "Scopus", count: 6, asOf: "2025-06-30" }] };

const bound = document.createElement("publication-metrics");
bound.id = "bound";
bound.hideEmpty = true;
bound.addEventListener("metrics-load", ({ detail }) => {
  document.body.dataset.loaded = /** @type {typeof record} */ (detail.publication).title;
});
bound.publication = record;
document.body.append(bound);
