/** The services that tell the DOI of what a badge names otherwise. */

/** @import { Scheme } from "./identifiers.js" */

/**
 * @typedef {object} Service
 * @property {Scheme} scheme that it knows
 * @property {string} base where it is, unless the page has a proxy for it
 * @property {number} most how many identifiers one request may have
 * @property {(values: string[]) => { way: string, body?: string }} request
 * @property {(answer: any, values: string[]) => (readonly [unknown, unknown])[]} found identifiers and their DOIs
 */

/** @type {Record<string, Service>} */
export const SERVICES = {
  openalex: {
    scheme: "pmid",
    base: "https://api.openalex.org/",
    most: 50,
    request: (values) => ({ way: `works?filter=pmid:${values.join("%7C")}&select=ids,doi&per-page=${values.length}` }),
    found: (answer) => listOf(answer?.results).map(({ ids, doi }) => [/(\d+)\/?$/.exec(ids?.pmid ?? "")?.[1], doi]),
  },
  europepmc: {
    scheme: "pmid",
    base: "https://www.ebi.ac.uk/europepmc/webservices/rest/",
    most: 50,
    request: (values) => ({
      way: `search?query=${encodeURIComponent(`(${values.map((it) => `EXT_ID:${it}`).join(" OR ")}) AND SRC:MED`)}&resultType=lite&format=json&pageSize=${values.length}`,
    }),
    found: (answer) => listOf(answer?.resultList?.result).map(({ pmid, doi }) => [pmid, doi]),
  },
  semanticscholar: {
    scheme: "pmid",
    base: "https://api.semanticscholar.org/graph/v1/",
    most: 500,
    request: (values) => ({ way: "paper/batch?fields=externalIds", body: JSON.stringify({ ids: values.map((it) => `PMID:${it}`) }) }),
    found: (answer, values) => listOf(answer).map((paper, at) => [values[at], paper?.externalIds?.DOI]),
  },
  crossref: {
    scheme: "isbn",
    base: "https://api.crossref.org/",
    most: 1,
    request: ([isbn]) => ({ way: `works?filter=isbn:${isbn}&select=DOI,type&rows=100` }),
    // Its chapters have the book's ISBN too. Of two books, nobody knows which one is meant.
    found(answer, [isbn]) {
      const books = listOf(answer?.message?.items).filter(({ type }) => BOOK.test(type));
      return books.length === 1 ? [[isbn, books[0].DOI]] : [];
    },
  },
};

const BOOK = /^(book|monograph|edited-book|reference-book)$/;

/** @param {unknown} value @returns {any[]} */
const listOf = (value) => (Array.isArray(value) ? value : []);
