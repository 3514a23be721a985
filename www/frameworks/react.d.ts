import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { MetricsAttributes, MetricsEventMap, MetricsProperties, PublicationMetrics } from "../index.js";

export * from "../index.js";

/** React listens to the events of a custom element by their names. */
type Listeners = { [K in keyof MetricsEventMap as `on${K}`]?: (event: MetricsEventMap[K]) => void };

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "publication-metrics": DetailedHTMLProps<HTMLAttributes<PublicationMetrics>, PublicationMetrics> &
        MetricsAttributes &
        MetricsProperties &
        Listeners;
    }
  }
}
