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
    const canonical = tag && canonicalOf(tag);
    // Where there is no such tag, the next ancestor knows better.
    if (canonical) return canonical;
  }
  return "en";
}

/** The tags of the page. @type {Map<string, string | undefined>} */
const known = new Map();

/** @param {string} tag */
function canonicalOf(tag) {
  if (!known.has(tag)) {
    let canonical;
    try {
      [canonical] = Intl.getCanonicalLocales(tag);
    } catch {
      // It stays unknown.
    }
    known.set(tag, canonical);
  }
  return known.get(tag);
}
