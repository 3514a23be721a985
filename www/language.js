/**
 * The language of an element: its own `lang`, the nearest ancestor's across shadow boundaries (the
 * page's is the last of them), else English. A tag that is no BCP 47 tag is passed over.
 *
 * @param {Element} element
 * @returns {string} a canonical BCP 47 tag
 */
export function languageOf(element) {
  /** @type {Node | null} */
  let node = element;
  for (; node; node = node.parentNode ?? (node instanceof ShadowRoot ? node.host : null)) {
    const tag = node instanceof Element && node.getAttribute("lang");
    if (!tag) continue;
    try {
      return /** @type {string} */ (Intl.getCanonicalLocales(tag)[0]);
    } catch {
      // No such tag: the next ancestor knows better.
    }
  }
  return "en";
}
