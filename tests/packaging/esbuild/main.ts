// esbuild does not follow the address of a wasm: it is in the script.
import "publication-metrics/inline";

import type { Publication } from "publication-metrics";
const record = { title: "Moss", doi: "10.1000/moss", citations: [{ source: "Scopus", count: 6, asOf: "2025-06-30" }] } satisfies Publication;

const bound = document.createElement("publication-metrics");
bound.id = "bound";
bound.hideEmpty = true;
bound.addEventListener("metrics-load", ({ detail }) => {
  document.body.dataset.loaded = (detail.publication as typeof record).title;
});
bound.publication = record;
document.body.append(bound);
