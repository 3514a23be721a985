// For `import "publication-metrics/inline"`: defines the element, with its wasm in the scripts, for bundlers that do not
// follow `new URL(…, import.meta.url)`.
import "./inline/sources.js";

export * from "./index.js";
