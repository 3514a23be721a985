// For `<script type="module">`: defines the element.
import { PublicationMetrics } from "./element.js";

PublicationMetrics.define();
