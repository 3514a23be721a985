import type { HTMLAttributes, VNodeProps } from "vue";
import type { MetricsAttributes, MetricsEventMap, MetricsProperties } from "../index.js";

export * from "../index.js";

/** Vue takes `hide-empty` in a template for `hideEmpty`. */
type Camel<Name> = Name extends `${infer First}-${infer Rest}` ? `${First}${Capitalize<Camel<Rest>>}` : Name;
type Attributes = { [Name in keyof MetricsAttributes as Camel<Name>]: MetricsAttributes[Name] };

/** `@metrics-load` in a template is `onMetricsLoad` in types. */
type Listeners = {
  onMetricsLoad?: (event: MetricsEventMap["metrics-load"]) => void;
  onMetricsEmpty?: (event: MetricsEventMap["metrics-empty"]) => void;
  onMetricsError?: (event: MetricsEventMap["metrics-error"]) => void;
  onMetricsShare?: (event: MetricsEventMap["metrics-share"]) => void;
};

declare module "vue" {
  interface GlobalComponents {
    "publication-metrics": new () => { $props: HTMLAttributes & VNodeProps & Attributes & MetricsProperties & Listeners };
  }
}
