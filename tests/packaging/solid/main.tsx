import type { Publication } from "publication-metrics";
import "publication-metrics/solid";
import { render } from "solid-js/web";

const record: Publication = { title: "Moss", doi: "10.1000/moss", citations: [{ source: "Scopus", count: 6, asOf: "2025-06-30" }] };

render(
  () => (
    <publication-metrics
      id="bound"
      hide-empty
      prop:publication={record}
      on:metrics-load={({ detail }) => {
        document.body.dataset.loaded = (detail.publication as Publication).title ?? "";
      }}
    />
  ),
  document.getElementById("root")!,
);
