import type { JSX as Solid } from "solid-js";
import type { MetricsAttributes, MetricsEventMap, MetricsProperties, PublicationMetrics } from "../index.js";

export * from "../index.js";

type Listeners = { [K in keyof MetricsEventMap as `on:${K}`]?: (event: MetricsEventMap[K]) => void };
/** Solid sets properties of custom elements by this prefix; without it, attributes. */
type Properties = { [K in keyof MetricsProperties as `prop:${K}`]?: MetricsProperties[K] };

declare module "solid-js" {
  namespace JSX {
    interface IntrinsicElements {
      "publication-metrics": Solid.HTMLAttributes<PublicationMetrics> & MetricsAttributes & Properties & Listeners;
    }
  }
}
