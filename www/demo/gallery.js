/**
 * Gives each figure of the gallery a button that takes its record to the playground.
 *
 * @param {(record: string) => void} take
 */
export function connectGallery(take) {
  for (const figure of document.querySelectorAll("#states figure")) {
    const record = figure.querySelector("script")?.textContent?.trim();
    const caption = figure.querySelector("figcaption");
    if (!record || !caption) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "edit";
    button.textContent = "Edit this record";
    button.addEventListener("click", () => take(record));
    caption.append(" ", button);
  }
}
