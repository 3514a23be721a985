/** @import { MetricsEventMap, Publication, PublicationMetrics } from "publication-metrics" */
import { foreign, moss, whole } from "./records.js";

/** @param {string} id */
const widget = (id) => /** @type {PublicationMetrics} */ (document.getElementById(id));

/** Says what the page has been told. @param {MetricsEventMap["metrics-load"]} event */
const told = ({ detail }) => {
  document.body.dataset.loaded = /** @type {Publication} */ (detail.publication).doi ?? "";
};

/** Gives the elements of a page their records, as a page of one's own does without a framework. */
export function show() {
  const bound = widget("bound");
  bound.addEventListener("metrics-load", told);
  bound.hideEmpty = true;
  bound.publication = moss;
  widget("foreign").publication = foreign;
  widget("spanish").publication = moss;
  widget("whole").publication = whole;
}
