// For `import "publication-metrics/inline/references"`: references in the styles of publishers without a file as well. It is
// forty times the rest, so that who has all in one script has to want it.
import { setWasmSource } from "../element.js";
import { lazily } from "./lazily.js";

setWasmSource(lazily(() => import("./references-wasm.js")), "references");
