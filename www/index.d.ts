import type { MetricsError, MetricsErrorCode } from "./metrics-error.js";
import type { Publication } from "./publication.js";

export type * from "./metrics-error.js";
export type * from "./publication.js";

export type MetricsState = "idle" | "loading" | "ready" | "empty" | "error";

export interface MetricsEventMap {
  /** A record was rendered. `publication` is the JSON as given. */
  "metrics-load": CustomEvent<{ publication: unknown; warnings: string[] }>;
  /** None of the chosen badges has data. */
  "metrics-empty": CustomEvent<null>;
  "metrics-error": CustomEvent<{ code: MetricsErrorCode; message: string }>;
  /** The reader has chosen a share target; nothing has been opened yet. Cancelable. */
  "metrics-share": CustomEvent<{ target: string; url: string }>;
}

/** An autocompleted string that may be any other too. */
type Known<T extends string> = T | (string & {});

/** What stands in HTML. */
export interface MetricsAttributes {
  /** Address of a publication JSON. */
  src?: string;
  /** A DOI in any written form; `pmid:…`, `arxiv:…` or `isbn:…`; or `meta`, for the page's own. */
  doi?: string;
  /** Who answers for a `doi`: one, or several separated by spaces, merged in that order. */
  source?: Known<"openalex" | "crossref" | "datacite" | "semanticscholar" | "europepmc" | "opencitations">;
  layout?: "badges" | "card" | "full";
  /** Which badges, in which order: space-separated `citations altmetric quartile`. */
  badges?: string;
  /** `panel`, `none`, or a space-separated list of targets. */
  share?: string;
  theme?: "auto" | "light" | "dark" | "mono";
  loading?: "lazy" | "eager";
  /** A badge with no data takes no room. */
  "hide-empty"?: boolean | "";
  /** The sections of the layout `full`, in the wanted order: space-separated keys. */
  sections?: string;
  /** The level of the title's heading in the layout `full`, 1 to 6. */
  "heading-level"?: string | number;
  /** Address of a file with messages in the page's own words: an Application Resource Bundle. */
  messages?: string;
  /** The dialect of the record, such as `openalex`. */
  format?: string;
  /** Where the services for a `doi` are, such as an institution's proxy; `{source}` stands for their names. */
  endpoint?: string;
  /** Whom the services may write to. */
  mailto?: string;
  /** Where answers for a `doi` are kept beyond the page's life. */
  cache?: "session" | "persistent";
  /** For how many seconds. */
  "cache-max-age"?: string | number;
  /** How many seconds to wait for a service. */
  timeout?: string | number;
}

/** What only a script can give. */
export interface MetricsProperties {
  /** The record itself, parsed; wins over inline JSON, `src` and `doi`. */
  publication?: Publication | object | null;
}

/** `<publication-metrics>` */
export class PublicationMetrics extends HTMLElement {
  /** Defines the element; a name that is taken stays with the first definition. */
  static define(name?: string, registry?: CustomElementRegistry): void;
  static readonly observedAttributes: string[];
  /** Which release this is, such as `1.2.3`. */
  static readonly version: string;
  /** The same as the function of this name, for pages without modules. */
  static setMessages: typeof setMessages;

  /** Address of a publication JSON. */
  src: string;
  /** A DOI in any written form; `pmid:…`, `arxiv:…` or `isbn:…`; or `meta`, for the page's own. */
  doi: string;
  /** Who answers for a `doi`: one, or several separated by spaces, merged in that order. */
  source: Known<"openalex" | "crossref" | "datacite" | "semanticscholar" | "europepmc" | "opencitations">;
  layout: Known<"badges" | "card" | "full">;
  /** Which badges, in which order: space-separated `citations altmetric quartile`. */
  badges: string;
  /** `panel`, `none`, or a space-separated list of targets. */
  share: string;
  theme: Known<"auto" | "light" | "dark" | "mono">;
  loading: Known<"lazy" | "eager">;
  /** A badge with no data takes no room. */
  hideEmpty: boolean;
  /** The sections of the `full` layout, in the wanted order: space-separated keys; empty: all of them. */
  sections: string;
  /** The level of the title's heading in the `full` layout, `1` to `6`; the sections' are below it. */
  headingLevel: string;

  /** Address of a file with messages in the page's own words: an Application Resource Bundle. */
  messages: string;

  /** The dialect of the record, such as `openalex`; empty: it is recognised. `native` is that of `publication.schema.json`. */
  format: string;

  /** The record itself, parsed; wins over inline JSON, `src` and `doi`. Setting it renders anew. */
  get publication(): Publication | Record<string, unknown> | null;
  set publication(publication: Publication | object | null | undefined);

  readonly state: MetricsState;
  readonly error: MetricsError | null;
  /** The render under way, or the last one. Rejects with `error`. */
  readonly ready: Promise<this>;
  /** Asks again for the record, past the browser's cache. */
  reload(): Promise<this>;

  addEventListener<K extends keyof MetricsEventMap>(
    type: K,
    listener: (this: PublicationMetrics, event: MetricsEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: PublicationMetrics, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof MetricsEventMap>(
    type: K,
    listener: (this: PublicationMetrics, event: MetricsEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: PublicationMetrics, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

/**
 * Says things in the page's own words. The keys are those of the catalogues (`src/language/catalogues/en.arb`), the texts
 * are in ICU MessageFormat. For a language without a catalogue, English fills in what is missing; a tag with a region
 * (`es-MX`) is for that region alone. Widgets that are shown follow at once.
 */
export function setMessages(tag: string, messages: Record<string, string>): void;

export type WasmSource = string | URL | Response | BufferSource | WebAssembly.Module;

/**
 * Says where the wasm is to come from, for bundlers that do not copy the package's own file. To be
 * called before the first element is near the viewport. `full` is the program of the layout `full`,
 * `publication-metrics-full.wasm`; `exports` and `references` are those of its references and exports; `dialects`
 * is that of records in a dialect of others; `badges` serves the rest. An address may end in `#` and the hash of the file, as
 * the attribute `integrity` has it: no other file is then run.
 */
export function setWasmSource(source: WasmSource | PromiseLike<WasmSource>, flavour?: "badges" | "full" | "exports" | "references" | "dialects"): void;

declare global {
  interface HTMLElementTagNameMap {
    "publication-metrics": PublicationMetrics;
  }
  interface HTMLElementEventMap extends MetricsEventMap {}
}
