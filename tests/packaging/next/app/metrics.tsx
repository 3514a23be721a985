"use client";

import type { Publication } from "publication-metrics";
import "publication-metrics/react";
import { foreign, moss } from "../../shared/records.js";

export function Metrics() {
  return (
    <>
      <h2>Badges</h2>
      <publication-metrics
        id="bound"
        hide-empty
        // Hydration sets no properties of custom elements and attaches no listeners, as React has it; a ref does.
        ref={(element) => {
          if (!element) return;
          element.addEventListener("metrics-load", ({ detail }) => {
            document.body.dataset.loaded = (detail.publication as Publication).doi ?? "";
          });
          element.publication = moss;
        }}
      />
      <h2>A card, of a record of Crossref&rsquo;s</h2>
      <publication-metrics id="foreign" layout="card" ref={(element) => void (element && (element.publication = foreign))} />
      <h2>A card, in Spanish</h2>
      <publication-metrics id="spanish" layout="card" lang="es" ref={(element) => void (element && (element.publication = moss))} />
    </>
  );
}
