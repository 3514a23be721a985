"use client";

import type { Publication } from "publication-metrics";
import "publication-metrics/react";

const record: Publication = { title: "Moss", doi: "10.1000/moss", citations: [{ source: "Scopus", count: 6, asOf: "2025-06-30" }] };

export function Metrics() {
  return (
    <publication-metrics
      id="bound"
      hide-empty
      // Hydration attaches no listeners to custom elements, as React has it; a ref does.
      ref={(element) => {
        if (!element) return;
        element.addEventListener("metrics-load", ({ detail }) => {
          document.body.dataset.loaded = (detail.publication as Publication).title ?? "";
        });
        element.publication = record;
      }}
    />
  );
}
