import { elementById } from "./element-by-id.js";

/** How long a button says that it has copied. */
const SAID_MS = 2000;

/** Lets each `<button data-copy="ID">` copy the text of the element of that id. */
export function enableCopyButtons() {
  for (const button of document.querySelectorAll("button[data-copy]")) {
    button.addEventListener("click", async () => {
      const source = elementById(button.getAttribute("data-copy") ?? "", HTMLElement);
      button.textContent = (await copy(source)) ? "Copied" : "Selected";
      setTimeout(() => (button.textContent = "Copy"), SAID_MS);
    });
  }
}

/**
 * @param {HTMLElement} source
 * @returns {Promise<boolean>} false where the page may not write to the clipboard; the text is selected then
 */
async function copy(source) {
  try {
    await navigator.clipboard.writeText(source.textContent ?? "");
    return true;
  } catch {
    getSelection()?.selectAllChildren(source);
    return false;
  }
}
