/** Whose markup can be upgraded. */
export type Vendor = "altmetric" | "dimensions" | "plumx" | "scite" | "datacite";

/**
 * Puts a `<publication-metrics>` where markup of these vendors stands in `root`, now and whenever some is inserted or
 * has another identifier. What is in shadow roots is not seen, unless one is `root` itself.
 *
 * @param vendors their names, in a list or separated by spaces
 * @param root the document, unless it is another
 * @param attributes of every element; `{doi}`, `{pmid}` and the like in `src` stand for the badge's own identifiers
 * @returns ends the watching; what is upgraded stays
 */
export function replaceBadges(
  vendors: string | Iterable<Vendor>,
  root?: Document | DocumentFragment | Element,
  attributes?: Record<string, string>,
): () => void;
