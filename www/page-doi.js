/** The names of tags by which pages say their own DOI, for search engines and reference managers. */
const NAMES = ["citation_doi", "dc.identifier", "dc.identifier.doi", "prism.doi", "bepress_citation_doi"];

/** The keys of JSON-LD that may hold a DOI. */
const KEYS = ["@id", "identifier", "sameAs", "url"];

/**
 * What may be the page's own DOI, the surest first.
 *
 * @returns {string[]}
 */
export function doisOfPage() {
  const tags = [...document.querySelectorAll("meta[name][content]")];
  const named = NAMES.flatMap((name) => tags.filter((tag) => tag.getAttribute("name")?.toLowerCase() === name));
  return [...named.map((tag) => tag.getAttribute("content") ?? ""), ...ofLinkedData()];
}

function ofLinkedData() {
  /** @type {string[]} */
  const found = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json" i]')) {
    try {
      collect(JSON.parse(script.textContent ?? ""), found);
    } catch {
      // Other people's data, in which nothing is to be found.
    }
  }
  return found;
}

/**
 * The DOIs of what the data describe themselves, and not of what these cite.
 *
 * @param {any} data
 * @param {string[]} found
 */
function collect(data, found) {
  for (const thing of [data?.["@graph"] ?? data].flat()) {
    for (const value of KEYS.flatMap((key) => thing?.[key] ?? [])) {
      const text = typeof value === "object" ? value?.value : value;
      if (typeof text === "string") found.push(text);
    }
  }
}
