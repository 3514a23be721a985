import styles from "./styles.css";

/** One sheet of a text for all elements of a document; a sheet serves only the document it was made for. @type {WeakMap<Document, Map<string, CSSStyleSheet>>} */
const sheets = new WeakMap();
/** What a root has been given beside the common styles. @type {WeakMap<ShadowRoot, string | undefined>} */
const given = new WeakMap();

/**
 * Styles a shadow root without a `<style>` element, which a strict page would block. Where there is no window, as in a template, nothing is
 * shown and no sheet taken: an element that is moved through there is styled when it is back.
 *
 * @param {ShadowRoot} root
 * @param {string} [more] further styles; those of the last time, unless given
 */
export function adoptStyles(root, more = given.get(root)) {
  given.set(root, more);
  const { ownerDocument } = root;
  if (ownerDocument.defaultView) root.adoptedStyleSheets = [styles, more ?? ""].filter(Boolean).map((text) => sheetOf(ownerDocument, text));
}

/**
 * @param {Document} document
 * @param {string} text
 */
function sheetOf(document, text) {
  const made = sheets.get(document) ?? new Map();
  sheets.set(document, made);
  let sheet = made.get(text);
  if (!sheet) {
    sheet = new /** @type {typeof globalThis} */ (document.defaultView).CSSStyleSheet();
    sheet.replaceSync(text);
    made.set(text, sheet);
  }
  return sheet;
}
