import { elementById } from "./element-by-id.js";
import { inventPublications } from "./invented-publications.js";

/** Fills the list, and counts how many of its widgets have rendered. */
export function showList() {
  const list = elementById("publications", HTMLOListElement);
  const count = elementById("count", HTMLElement);
  const progress = elementById("rendered", HTMLProgressElement);
  /** @type {Set<EventTarget | null>} */
  const rendered = new Set();
  list.addEventListener("metrics-load", ({ target }) => {
    rendered.add(target);
    progress.value = rendered.size;
    count.textContent = String(rendered.size);
  });
  list.append(...inventPublications(progress.max).map(item));
}

/** @param {ReturnType<typeof inventPublications>[number]} publication */
function item(publication) {
  const { title, authors, venue, published } = publication;
  const entry = document.createElement("li");
  const heading = document.createElement("h3");
  heading.textContent = title;
  const source = document.createElement("p");
  const cite = document.createElement("cite");
  cite.textContent = venue.title;
  source.append(`${authors.map(({ name }) => name).join("; ")} · `, cite, ` · ${published}`);
  const widget = document.createElement("publication-metrics");
  widget.publication = publication;
  entry.append(heading, source, widget);
  return entry;
}
