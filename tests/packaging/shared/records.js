/**
 * What the pages show. All of it is invented.
 *
 * @import { Publication } from "publication-metrics"
 */

/** Of the element that has it before it is defined. @type {Publication} */
export const early = { title: "Fern", citations: [{ source: "Scopus", count: 7, asOf: "2025-06-30" }] };

/** @type {Publication} */
export const moss = {
  type: "article",
  title: "Moss on north-facing roofs",
  doi: "10.5555/moss",
  published: "2024-03-08",
  venue: { title: "Annals of Roofing", volume: "12", issue: "3", pages: "101-118" },
  citations: [{ source: "Scopus", count: 6, asOf: "2025-06-30" }],
  rankings: [{ agency: "WoS (JCR)", year: 2023, category: "Ecology", rank: 2, of: 171 }],
};

/** With something for each section of a whole page. @type {Publication} */
export const whole = {
  type: "article",
  title: "Ferns under <i>glass</i>: forty years of a collection",
  doi: "10.5555/fern",
  published: "2023-11-20",
  institution: "University of Atlantis",
  venue: { title: "Journal of Cold Frames", volume: "40", issue: "11", pages: "1-24" },
  authors: [
    { name: "Carberry, J", fullName: "Carberry, Josiah", affiliations: [0], institutional: true, corresponding: true },
    { name: "Verde, A", fullName: "Verde, Ana", affiliations: [1] },
  ],
  affiliations: [
    { name: "University of Atlantis, Department of Botany", country: "PT" },
    { name: "Universidad del Prado, Jardín Botánico", country: "ES" },
  ],
  abstract: "Forty years of a collection of ferns under glass are told in numbers. What was watered lived.",
  keywords: ["ferns", "glasshouses", "collections"],
  indexedIn: [{ name: "Scopus" }, { name: "Web of Science" }],
  license: { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
  citations: [
    { source: "Scopus", count: 12, asOf: "2025-06-30" },
    { source: "Web of Science", count: 9, asOf: "2025-06-30" },
  ],
  attention: [
    { provider: "Altmetric", kind: "score", value: 17, asOf: "2025-06-30" },
    { provider: "Altmetric", kind: "readers", source: "Mendeley", value: 31, asOf: "2025-06-30" },
    { provider: "Altmetric", kind: "mentions", source: "Bluesky", value: 8, asOf: "2025-06-30" },
  ],
  rankings: [{ agency: "WoS (JCR)", year: 2023, category: "Plant Sciences", rank: 7, of: 265 }],
};

/** As Crossref answers: the program that knows the dialects of others is fetched for it. */
export const foreign = {
  DOI: "10.5555/lichen",
  type: "journal-article",
  title: ["Lichens that were overlooked"],
  author: [{ given: "Ana", family: "Verde", sequence: "first" }],
  "container-title": ["Letters in Lichenology"],
  "short-container-title": ["Lett. Lich."],
  issued: { "date-parts": [[2022, 5, 4]] },
  "is-referenced-by-count": 4,
  "reference-count": 31,
};
