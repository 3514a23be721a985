import { createRoot } from "react-dom/client";
import type { MetricsEventMap, Publication } from "publication-metrics";
import "publication-metrics/react";
import { foreign, moss, whole } from "../shared/records.js";

const told = ({ detail }: MetricsEventMap["metrics-load"]) => {
  document.body.dataset.loaded = (detail.publication as Publication).doi ?? "";
};

createRoot(document.getElementById("root")!).render(
  <>
    <h2>Badges</h2>
    <publication-metrics id="bound" hide-empty publication={moss} onmetrics-load={told} />
    <h2>A card, of a record of Crossref's</h2>
    <publication-metrics id="foreign" layout="card" publication={foreign} />
    <h2>A card, in Spanish</h2>
    <publication-metrics id="spanish" layout="card" lang="es" publication={moss} />
    <h2>A whole page</h2>
    <publication-metrics id="whole" layout="full" heading-level={3} publication={whole} />
  </>,
);
