// Made from publication.schema.json by `cargo xtask types`.

/**
 * Whether, and how, a publication can be read without paying.
 */
export type OpenAccess = "diamond" | "gold" | "hybrid" | "bronze" | "green" | "open" | "closed" | boolean;
/**
 * A quarter of a category's venues by rank; the first is the best placed.
 */
export type Quartile = "Q1" | "Q2" | "Q3" | "Q4";

/**
 * A publication and what is known of it.
 *
 * Everything is optional but one of `title` and `doi`.
 */
export interface Publication {
  /**
   * The abstract: lines of text, or the markup of HTML or JATS.
   */
  abstract?: string | null;
  /**
   * The affiliations that the authors refer to, in order.
   */
  affiliations?: Affiliation[];
  /**
   * The date of all numbers that have none of their own.
   */
  asOf?: string | null;
  /**
   * Attention beyond citations: a score, readers, mentions, captures and usage.
   */
  attention?: Attention[];
  /**
   * The authors, in order.
   */
  authors?: Author[];
  /**
   * How often it is cited, one entry for each source that counts; the first is the one a badge shows.
   */
  citations?: CitationCount[];
  /**
   * The DOI, in any written form. A dot at its end is taken for a sentence's, unless written `%2E`.
   */
  doi?: string | null;
  /**
   * The databases that index the publication.
   */
  indexedIn?: Index[];
  /**
   * Indicators of the publication itself that sources normalise by field and year.
   */
  indicators?: NormalizedIndicator[];
  /**
   * The institution whose authors are the institutional ones.
   */
  institution?: string | null;
  /**
   * Keywords, in order.
   */
  keywords?: string[];
  /**
   * The licence under which it may be used.
   */
  license?: License | null;
  /**
   * What was announced of it since: retractions, corrections and the like. One of a retraction, a withdrawal or
   * a removal says that it has been retracted.
   */
  notices?: Notice[];
  /**
   * Whether, and how, it can be read without paying.
   */
  openAccess?: OpenAccess | null;
  /**
   * When it was published: a year, a month or a day.
   */
  published?: string | null;
  /**
   * Where the venue stands among those of its category, one entry for each agency, year and category.
   */
  rankings?: Ranking[];
  /**
   * Whether it has been retracted.
   */
  retracted?: boolean | null;
  /**
   * The title. Inline markup (`<i>`, `<b>`, `<sub>`, `<sup>`) is understood; a whole page shows `<sc>`, `<u>` and `MathML` too.
   */
  title?: string | null;
  /**
   * What kind of publication it is, such as `article`, `review` or `book-chapter`.
   */
  type?: string | null;
  /**
   * The page of the publication, where it is not the DOI's.
   */
  url?: string | null;
  /**
   * Where it was published.
   */
  venue?: Venue | null;
}
/**
 * An organisation to which authors belong.
 */
export interface Affiliation {
  /**
   * The country, as two letters of ISO 3166-1 (`ES`).
   */
  country?: string | null;
  /**
   * The name as it stands on the publication.
   */
  name: string;
  /**
   * The identifier in the Research Organization Registry, as its address, such as `https://ror.org/05gq02987`;
   * a record may give its last part.
   */
  ror?: string | null;
}
/**
 * One figure of attention beyond citations.
 */
export interface Attention {
  /**
   * When it was counted.
   */
  asOf?: string | null;
  /**
   * What is counted.
   */
  kind: "score" | "readers" | "mentions" | "captures" | "usage";
  /**
   * Who counted, such as `Altmetric` or `PlumX`.
   */
  provider: string;
  /**
   * Where it was counted, such as `X` or `Mendeley`; absent where the figure is the provider's total.
   */
  source?: string | null;
  /**
   * Where the provider shows it.
   */
  url?: string | null;
  /**
   * The figure: finite and not negative. A score may have a fraction.
   */
  value: number;
}
/**
 * An author, a person or an organisation.
 */
export interface Author {
  /**
   * Which of the publication's affiliations are the author's; the first affiliation is 0.
   */
  affiliations?: number[];
  /**
   * Whether readers should write to this author.
   */
  corresponding?: boolean;
  /**
   * The name in full, such as `Prat Aparicio, Aleix`.
   */
  fullName?: string | null;
  /**
   * Whether the author belongs to the institution that shows the page.
   */
  institutional?: boolean;
  /**
   * The name as it stands on the publication, such as `Prat, A`.
   */
  name: string;
  /**
   * The ORCID iD, such as `0000-0002-1825-0097`; a record may give its address.
   */
  orcid?: string | null;
}
/**
 * How often a publication is cited, according to one source.
 */
export interface CitationCount {
  /**
   * When it was counted.
   */
  asOf?: string | null;
  /**
   * The count; 0 is a true zero. Absent where the record names the source and has no number of it.
   */
  count?: number | null;
  /**
   * Who counted, such as `Scopus`.
   */
  source: string;
  /**
   * The list of citing publications.
   */
  url?: string | null;
}
/**
 * A database that indexes a publication.
 */
export interface Index {
  /**
   * Its name, such as `Scopus`.
   */
  name: string;
  /**
   * The publication's record there.
   */
  url?: string | null;
}
/**
 * An indicator of the publication itself, as a source gives it, such as a field-weighted citation impact.
 */
export interface NormalizedIndicator {
  /**
   * When it was determined.
   */
  asOf?: string | null;
  /**
   * The field or category with which it is compared.
   */
  category?: string | null;
  /**
   * Its name, such as `FWCI`, `CNCI`, `FCR` or `RCR`.
   */
  name: string;
  /**
   * The percentile among comparable publications as the source gives it, 0 to 100.
   */
  percentile?: number | null;
  /**
   * Whose it is, such as `Scopus`.
   */
  source: string;
  /**
   * Where the source shows it.
   */
  url?: string | null;
  /**
   * Its value: finite and not negative.
   */
  value: number;
}
/**
 * The licence under which a publication may be used.
 */
export interface License {
  /**
   * Its name, such as `CC BY 4.0`.
   */
  name?: string | null;
  /**
   * Where its text is.
   */
  url?: string | null;
}
/**
 * What a journal announced about a publication after it had appeared.
 */
export interface Notice {
  /**
   * When: a year, a month or a day.
   */
  date?: string | null;
  /**
   * The DOI of the notice.
   */
  doi?: string | null;
  /**
   * What was announced.
   */
  kind:
    | "retraction"
    | "partial-retraction"
    | "withdrawal"
    | "removal"
    | "expression-of-concern"
    | "correction"
    | "addendum"
    | "new-version";
  /**
   * The address of the notice, where it is not the DOI's.
   */
  url?: string | null;
}
/**
 * Where a venue stands in one category of one edition of an agency's ranking.
 */
export interface Ranking {
  /**
   * Whose ranking it is, such as `WoS (JCR)`, `SJR` or `CiteScore`.
   */
  agency: string;
  /**
   * The category in which venues are compared.
   */
  category?: string | null;
  /**
   * The indicator by which venues are ranked, such as `Journal Impact Factor`.
   */
  indicator?: string | null;
  /**
   * How many venues the category has.
   */
  of?: number;
  /**
   * The percentile as the agency gives it, 0 to 100.
   */
  percentile?: number | null;
  /**
   * The quartile as the agency gives it.
   */
  quartile?: Quartile | null;
  /**
   * The venue's place in the category, 1 being the best; at most `of`.
   */
  rank?: number;
  /**
   * Whether other venues of the category have the same rank. JCR and others give the same rank to venues of the
   * same value, and leave out those that follow (1, 2, 2, 4).
   */
  tied?: boolean;
  /**
   * The indicator's value.
   */
  value?: number | null;
  /**
   * The edition: the year that the indicators describe, not the year in which they appeared.
   */
  year?: number | null;
}
/**
 * Where a publication appeared: a journal, a book, a conference, a repository.
 */
export interface Venue {
  /**
   * The ISSN.
   */
  issn?: string | null;
  /**
   * The issue, as written.
   */
  issue?: string | null;
  /**
   * The pages or the article number, as written.
   */
  pages?: string | null;
  /**
   * The venue's name.
   */
  title?: string | null;
  /**
   * The volume, as written.
   */
  volume?: string | null;
}
