/**
 * Copies the text of a field by the first way that works: the Clipboard API, which is refused without a secure context
 * or permission, then the old command. Else the text stays selected, for the reader to copy.
 *
 * @param {string} text
 * @param {HTMLInputElement} field
 * @returns {Promise<boolean>} whether it is in the clipboard
 */
export async function copy(text, field) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    field.focus();
    field.select();
    return document.execCommand("copy");
  }
}
