// esbuild does not follow the address of a wasm: it is in the script.
import "publication-metrics/inline";
import "publication-metrics/inline/references";
import { show } from "../shared/show.js";

show();
