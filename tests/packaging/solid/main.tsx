import type { MetricsEventMap, Publication } from "publication-metrics";
import "publication-metrics/solid";
import { render } from "solid-js/web";
import { foreign, moss, whole } from "../shared/records.js";

const told = ({ detail }: MetricsEventMap["metrics-load"]) => {
  document.body.dataset.loaded = (detail.publication as Publication).doi ?? "";
};

render(
  () => (
    <>
      <h2>Badges</h2>
      <publication-metrics id="bound" hide-empty prop:publication={moss} on:metrics-load={told} />
      <h2>A card, of a record of Crossref's</h2>
      <publication-metrics id="foreign" layout="card" prop:publication={foreign} />
      <h2>A card, in Spanish</h2>
      <publication-metrics id="spanish" layout="card" lang="es" prop:publication={moss} />
      <h2>A whole page</h2>
      <publication-metrics id="whole" layout="full" heading-level={3} prop:publication={whole} />
    </>
  ),
  document.getElementById("root")!,
);
