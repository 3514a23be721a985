import "publication-metrics";
import { show } from "./show.js";

show();
