import { elementById } from "./element-by-id.js";
import { embedCode } from "./embed-code.js";

/** The service that is asked where an element names none. */
const USUAL = "openalex";

/** An element with a DOI alone, which asks when the reader says so and not before. */
export function startDoi() {
  const form = elementById("ask", HTMLFormElement);
  const stage = elementById("answer", HTMLElement);
  const status = elementById("asked", HTMLElement);
  const code = elementById("doi-code", HTMLElement);
  const record = () => {
    const data = new FormData(form);
    const source = String(data.get("source"));
    return { doi: String(data.get("doi")).trim(), source: source === USUAL ? undefined : source };
  };
  const follow = () => {
    code.textContent = embedCode({
      script: new URL("publication-metrics.js", document.baseURI).href,
      record: record(),
      choice: { layout: "card", hideEmpty: true },
    });
  };

  const ask = () => {
    const { doi, source } = record();
    const element = document.createElement("publication-metrics");
    const said = (/** @type {string} */ text, /** @type {string} */ kind) => {
      status.textContent = text;
      status.dataset.kind = kind;
    };
    for (const [name, value] of Object.entries({ doi, source, layout: "card", loading: "eager", "hide-empty": "" })) {
      if (value !== undefined) element.setAttribute(name, value);
    }
    element.addEventListener("metrics-load", () => said("", "fine"));
    element.addEventListener("metrics-empty", () => said("The service knows no publication by this DOI.", "warning"));
    element.addEventListener("metrics-error", ({ detail }) => said(detail.message, "fault"));
    const link = Object.assign(document.createElement("a"), { href: `https://doi.org/${encodeURI(doi)}`, textContent: `doi.org/${doi}` });
    element.append(link);
    said("One moment…", "warning");
    stage.replaceChildren(element);
    stage.hidden = false;
  };

  form.addEventListener("input", follow);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    follow();
    ask();
  });
  follow();
}
