/** What the browser has made of tags. @type {Map<string, string>} */
const canonical = new Map();

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
    const known = canonical.get(tag);
    if (known) return known;
    try {
      const [first] = /** @type {[string]} */ (Intl.getCanonicalLocales(tag));
      canonical.set(tag, first);
      return first;
    } catch {
      // No such tag: the next ancestor knows better.
    }
  }
  return "en";
}
