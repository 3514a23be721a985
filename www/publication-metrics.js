// For `<script type="module">`: defines the element.
import { PublicationMetrics } from "./element.js";
import { flavourFor, loadModule } from "./loader.js";
import { sourceOf } from "./record.js";

// What is surely needed is on its way while the element is being defined, unless another copy of the script has done so.
const name = "publication-metrics";
const eager = /** @type {PublicationMetrics | null} */ (document.querySelector(`${name}[loading=eager]`));
if (eager && !customElements.get(name) && sourceOf(eager, eager.publication)) loadModule(flavourFor(eager.getAttribute("layout"))).catch(() => {});

PublicationMetrics.define();
