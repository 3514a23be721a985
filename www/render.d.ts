import type { Publication } from "./publication.js";

export type { MetricsError, MetricsErrorCode } from "./metrics-error.js";
export type * from "./publication.js";

/** An autocompleted string that may be any other too. */
type Known<T extends string> = T | (string & {});

/** Values of an attribute that is a list: separated by spaces, or in an array. */
type List<T extends string> = Known<T> | readonly Known<T>[];

/**
 * How a record is shown: the attributes of `<publication-metrics>`. What is given is written on the element as well, so that
 * the script shows the same when it takes over.
 */
export interface RenderOptions {
  /** How much is shown; `badges` unless given. */
  layout?: Known<"badges" | "card" | "full">;
  /** Which badges, in which order; all three unless given. */
  badges?: List<"citations" | "altmetric" | "quartile">;
  /** `panel`, `none`, or where the share panel leads. */
  share?: List<
    | "panel"
    | "none"
    | "copy"
    | "bluesky"
    | "mastodon"
    | "linkedin"
    | "x"
    | "facebook"
    | "whatsapp"
    | "telegram"
    | "reddit"
    | "mendeley"
    | "email"
    | "system"
    | "cite"
  >;
  /** The sections of the layout `full`, in the wanted order. */
  sections?: List<string>;
  /** Of the layout `full`, the level of the title's heading, 1 to 6; 2 unless given. */
  headingLevel?: number | Known<"1" | "2" | "3" | "4" | "5" | "6">;
  /** A badge with no data takes no room. */
  hideEmpty?: boolean;
  /** A BCP 47 tag; `en` unless given, whatever the language of the page around it. */
  lang?: string;
  /** The colours. `auto`, unless given: as the page's text has it, by styles alone where the browser knows relative colours, else from when the script has come. */
  theme?: Known<"auto" | "light" | "dark" | "mono">;
  /** When the script takes over: near the viewport (`lazy`), or at once (`eager`). */
  loading?: Known<"lazy" | "eager">;

  /** The dialect of the record, such as `openalex`; unless given, it is recognised. */
  format?: Known<"native">;
  /** Where the script finds the record, which is then not written into the page. */
  src?: string;
  /** The nonce of the page's Content-Security-Policy, for the styles that are written with the element. */
  nonce?: string;
  /** The markup alone, without the element, its shadow root and the styles. */
  fragment?: boolean;

  /**
   * Told of each thing that could not be understood: `citations[0].count: expected a number, found "six"`. It costs that
   * field, not the record.
   */
  onWarning?: (warning: string) => void;
}

/**
 * The record as HTML: `<publication-metrics>` with a declarative shadow root that shows without any script, and that the
 * script takes over where it runs.
 *
 * @param publication the record, parsed: our own, or that of another service
 * @returns rejects with a `MetricsError`: `not-a-publication`, `wasm-unavailable`, `unsupported` or `trap`
 */
export function render(publication: Publication | object, options?: RenderOptions): Promise<string>;

/**
 * Says where the program is, for servers whose bundler does not keep `publication-metrics-render.wasm` beside the script, or
 * that only run modules compiled beforehand.
 *
 * @param source an address (a string or `URL`), the bytes, a `Response`, a `WebAssembly.Module`, or a promise of one of these
 */
export function setWasmSource(source: string | object): void;

/**
 * Says things in the page's own words, in all that is rendered from then on: messages in ICU MessageFormat by the keys of
 * the catalogues (`src/language/catalogues/en.arb`). Say the same to the element in the page.
 */
export function setMessages(tag: string, messages: Record<string, string>): void;
