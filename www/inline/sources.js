// Before the element is defined, so that none asks for a file.
import { setWasmSource } from "../element.js";
import { lazily } from "./lazily.js";

setWasmSource(lazily(() => import("./badges-wasm.js")), "badges");
setWasmSource(lazily(() => import("./full-wasm.js")), "full");
setWasmSource(lazily(() => import("./dialects-wasm.js")), "dialects");
setWasmSource(lazily(() => import("./exports-wasm.js")), "exports");
