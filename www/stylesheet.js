import styles from "./styles.css";

/** One sheet for all elements of a document; a sheet serves only the document it was made for. @type {WeakMap<Document, CSSStyleSheet>} */
const sheets = new WeakMap();

/**
 * Styles a shadow root without a `<style>` element, which a strict page would block.
 *
 * @param {ShadowRoot} root
 */
export function adoptStyles(root) {
  const { ownerDocument } = root;
  let sheet = sheets.get(ownerDocument);
  if (!sheet) {
    sheet = new (ownerDocument.defaultView ?? globalThis).CSSStyleSheet();
    sheet.replaceSync(styles);
    sheets.set(ownerDocument, sheet);
  }
  root.adoptedStyleSheets = [sheet];
}
