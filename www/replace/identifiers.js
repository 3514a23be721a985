/** @typedef {"doi" | "pmid" | "arxiv" | "isbn" | "handle" | "uri" | "altmetric" | "dimensions"} Scheme */

/** What a badge names its publication by, as it is written there. @typedef {Partial<Record<Scheme, string>>} Identifiers */

/** Each as services and templates want it; what is none of its scheme is left out. @param {Identifiers} given @returns {Identifiers} */
export function cleaned(given) {
  /** @type {Identifiers} */
  const clean = {};
  for (const [scheme, text] of /** @type {[Scheme, string][]} */ (Object.entries(given))) {
    const value = text && CLEAN[scheme](text);
    if (value) clean[scheme] = value;
  }
  const doi = clean.doi ?? (clean.arxiv && `10.48550/arXiv.${clean.arxiv}`) ?? doiIn(clean.handle ?? "") ?? doiIn(clean.uri ?? "");
  return doi ? { ...clean, doi } : clean;
}

/** @param {string} text */
export const doiIn = (text) => CLEAN.doi(text);

/** @param {string} text */
const decoded = (text) => {
  try {
    return /%2f/i.test(text) ? decodeURIComponent(text) : text;
  } catch {
    return text;
  }
};

/** @type {Record<Scheme, (text: string) => string | undefined>} */
const CLEAN = {
  doi: (text) => /^(?:(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/|(?:info:)?doi[:/]\s*)?(10\.\d[\d.]*\/\S+)$/i.exec(decoded(text))?.[1],
  pmid: (text) => /^(?:(?:https?:\/\/\S*\/)|(?:pmid|info:pmid)[:/]?\s*)?(\d+)\/?$/i.exec(text)?.[1],
  // Without its version and subject class, which its DOI has not: `2105.01234`, `hep-th/9901001`.
  arxiv: (text) => /(?:^|[:/])(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?$/i.exec(text)?.[1]?.replace(/\.[a-z]{2}\//i, "/"),
  isbn: (text) => /^(?:97[89])?\d{9}[\dx]$/i.exec(text.replace(/^(?:urn:)?isbn:?|[\s‐–-]/gi, ""))?.[0],
  handle: (text) => text.replace(/^(?:https?:\/\/hdl\.handle\.net\/|hdl:|info:hdl\/)/i, ""),
  uri: (text) => text,
  altmetric: (text) => text,
  dimensions: (text) => text,
};
