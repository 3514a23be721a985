/**
 * Tells reference managers of a record: Zotero and others read COinS, an OpenURL in the `title` of an empty `span` with
 * the class `Z3988`. They do not look into shadow roots, so it is a child of the element, in a slot that is not there.
 */

/** @type {WeakMap<Element, HTMLElement>} */
const spans = new WeakMap();

/**
 * @param {Element} element
 * @param {string} context the OpenURL; empty: there is nothing to tell any more
 */
export function announce(element, context) {
  const before = spans.get(element);
  // A page that describes itself by `citation_` tags knows better than one element of it.
  const told = context && !document.querySelector('meta[name^="citation_" i]') ? context : "";
  if ((before?.title ?? "") === told) return;
  before?.remove();
  spans.delete(element);
  if (told) {
    const span = document.createElement("span");
    span.className = "Z3988";
    span.title = told;
    span.slot = "coins";
    span.hidden = true;
    element.append(span);
    spans.set(element, span);
  }
  document.dispatchEvent(new Event("ZoteroItemUpdated", { bubbles: true, cancelable: true }));
}
