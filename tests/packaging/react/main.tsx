import { createRoot } from "react-dom/client";
import type { Publication } from "publication-metrics";
import "publication-metrics/react";

const record: Publication = { title: "Moss", doi: "10.1000/moss", citations: [{ source: "Scopus", count: 6, asOf: "2025-06-30" }] };

createRoot(document.getElementById("root")!).render(
  <publication-metrics
    id="bound"
    hide-empty
    publication={record}
    onmetrics-load={({ detail }) => {
      document.body.dataset.loaded = (detail.publication as Publication).title ?? "";
    }}
  />,
);
