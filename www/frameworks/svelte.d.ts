import type { HTMLAttributes } from "svelte/elements";
import type { MetricsAttributes, MetricsEventMap, MetricsProperties, PublicationMetrics } from "../index.js";

export * from "../index.js";

/** `onmetrics-load` in Svelte 5, `on:metrics-load` in Svelte 4. */
type Listeners = { [K in keyof MetricsEventMap as `on${K}` | `on:${K}`]?: (event: MetricsEventMap[K]) => void };

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "publication-metrics": HTMLAttributes<PublicationMetrics> & MetricsAttributes & MetricsProperties & Listeners;
  }
}
