import styles from "./styles.css";

/** One sheet of a text for all elements of a document; a sheet serves only the document it was made for. @type {WeakMap<Document, Map<string, CSSStyleSheet>>} */
const sheets = new WeakMap();

/**
 * Styles a shadow root without a `<style>` element, which a strict page would block.
 *
 * @param {ShadowRoot} root
 * @param {string} [more] further styles
 */
export function adoptStyles(root, more) {
  root.adoptedStyleSheets = [styles, more ?? ""].filter(Boolean).map((text) => sheetOf(root.ownerDocument, text));
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
    sheet = new (document.defaultView ?? globalThis).CSSStyleSheet();
    sheet.replaceSync(text);
    made.set(text, sheet);
  }
  return sheet;
}
