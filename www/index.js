// For `import "publication-metrics"`: defines the element, where there is a document to define it in.
import { PublicationMetrics } from "./element.js";

PublicationMetrics.define();

export * from "./element.js";
