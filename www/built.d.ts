// Modules that do not exist in the source tree: the build makes them.

/**
 * The wasm-bindgen glue as a factory: each call gives a fresh copy for a fresh wasm instance, which formats by the `Intl`
 * it is given.
 */
declare module "*/glue.js" {
  export default function glue(given: typeof Intl): Glue;
}

/** What the whole page's wasm imports beside that. */
declare module "*/glue-full.js" {
  export default function glue(given: typeof Intl): BareGlue;
}

declare module "*/glue-exports.js" {
  export default function glue(): ExportsGlue;
}

declare module "*/glue-references.js" {
  export default function glue(): ReferencesGlue;
}

declare module "*/glue-dialects.js" {
  export default function glue(): DialectsGlue;
}

declare module "*/glue-render.js" {
  export default function glue(given: typeof Intl): RenderGlue;
}

/** What the whole page needs beside its wasm. */
declare module "*/publication-metrics-full.js" {
  export const complete: typeof import("./full.js").complete;
  export const styles: string;
  export const extend: typeof import("./full.js").extend;
}

/** References and exports, for who asks for them. */
declare module "*/publication-metrics-cite.js" {
  export const cite: typeof import("./cite.js").cite;
}

/** The dialects of others, for records in one of them. */
declare module "*/publication-metrics-dialects.js" {
  export const translate: typeof import("./dialects.js").translate;
  export const ask: typeof import("./dialects.js").ask;
}

/** Words of a page's own, for pages that have some. */
declare module "*/publication-metrics-words.js" {
  export const merge: typeof import("./words.js").merge;
}

/** The messages of a language, a line each; the keys in the same order. */
declare module "*/keys.js" { const keys: string; export default keys; }
declare module "*/en.js" { const catalogue: string; export default catalogue; }
declare module "*/ar.js" { const catalogue: string; export default catalogue; }
declare module "*/ca.js" { const catalogue: string; export default catalogue; }
declare module "*/de.js" { const catalogue: string; export default catalogue; }
declare module "*/es.js" { const catalogue: string; export default catalogue; }
declare module "*/eu.js" {
  const catalogue: string;
  export default catalogue;
  /** Fetches what the browser lacks of the language. */
  export function supply(intl: typeof globalThis.Intl): unknown;
}
declare module "*/fr.js" { const catalogue: string; export default catalogue; }
declare module "*/gl.js" {
  const catalogue: string;
  export default catalogue;
  /** Fetches what the browser lacks of the language. */
  export function supply(intl: typeof globalThis.Intl): unknown;
}
declare module "*/it.js" { const catalogue: string; export default catalogue; }
declare module "*/pt.js" { const catalogue: string; export default catalogue; }

/** The icons of the share targets, by target: view box and path. */
declare module "*/share-icons.js" {
  const icons: Record<string, [viewBox: string, path: string]>;
  export default icons;
}

/** A stylesheet as minified text. */
declare module "*.css" {
  const text: string;
  export default text;
}

interface BareGlue {
  __wbg_set_wasm(exports: Record<string, unknown>): void;
}

/** What the wasm of exports offers. */
interface ExportsGlue extends BareGlue {
  /** Reads a parsed JSON value; throws an Error with the code `not-a-publication`. */
  Exports: new (value: unknown) => {
    fileStem(): string;
    /** Content, extension and media type. */
    file(name: string): string[] | undefined;
    /** Modules on a side, and the path of the dark ones. */
    qr(): string[] | undefined;
    free(): void;
  };
}

/** What the wasm of references offers. */
interface ReferencesGlue extends BareGlue {
  /** The reference to a CSL-JSON item, with inline markup and as plain text; throws where there is none. */
  reference(item: unknown, style: string, language: string): string[];
}

/** What the wasm of dialects offers. */
interface DialectsGlue extends BareGlue {
  /**
   * A parsed JSON value in our own dialect; `format` is a dialect's name, or empty; `retrieved` the day when a service
   * gave it, or empty.
   * @throws an Error with the code `not-a-publication`
   */
  translate(value: unknown, format: string, retrieved: string): { readonly record: unknown; readonly warnings: string[]; free(): void };
  /** The identifier in a text, a DOI or `pmid:…` and the like, as it is compared. */
  identifierIn(text: string): string | undefined;
  sourceNames(): string[];
  /** Whether a source can be asked by an identifier. */
  answersFor(source: string, identifier: string): boolean;
  requestsFor(source: string, identifiers: string[], endpoint: string, mailto: string): { url: string; body?: string; asked: string[] }[];
  /** What an answer says of all that was asked for, a record or null each. */
  recordsOf(source: string, asked: string[], answer: unknown): unknown[];
  /** Milliseconds, or nothing where a request is not to be sent again; `retryAfter` is in seconds. */
  waitBefore(attempt: number, status: number | undefined, retryAfter: number | undefined, random: number): number | undefined;
}

/** What the wasm of servers offers. */
interface RenderGlue extends BareGlue {
  /** Takes in the messages of a language, a line each, in the order of the wasm's own. */
  learn(language: string, messages: string): void;
  /**
   * Writes a record, which is JSON text in any dialect, as HTML.
   * @throws an Error with the code `not-a-publication`
   */
  render(record: string, rendering: Rendering): { readonly html: string; readonly warnings: string[]; free(): void };
}

/** Attribute values as given, undefined when absent, and what is wanted of the element. */
interface Rendering extends Settings {
  theme: string;
  loading?: string;
  nonce?: string;
  src?: string;
  format?: string;
  /** What is in the shadow root, alone. */
  fragment: boolean;
}

/** What the wasm of the widget offers. */
interface Glue extends BareGlue {
  /**
   * Reads a parsed JSON value.
   * @throws an Error with the code `not-a-publication`
   */
  read(value: unknown): Reading;
  /** Takes in the messages of a language, a line each, in the order of the wasm's own. */
  learn(language: string, messages: string): void;
  /** Renders into an empty element, in a microtask. */
  mount(root: Element, reading: Reading, settings: Settings, shell: Shell): Mounted;
}

/** A publication, as read. */
interface Reading {
  readonly warnings: string[];
  free(): void;
}

interface Mounted {
  update(reading: Reading, settings: Settings): void;
  unmount(): void;
}

/** Attribute values as written, undefined when absent: the wasm knows what they may be. */
interface Settings {
  layout?: string;
  badges?: string;
  share?: string;
  sections?: string;
  headingLevel?: string;
  hideEmpty: boolean;
  lang: string;
  /** What the reader is told who waits for a panel: `preparing`, `unavailable`, or nothing. Of the widget's own, and no attribute. */
  waiting?: string;
}

/** What the wasm asks of the element. */
interface Shell {
  /** After every committed render. */
  rendered(empty: boolean): void;
  /** The node of what is shown, with a shape and its texts in it now. */
  drawShape(shape: string, texts: string): Element;
  /** False when the page prevented it. */
  share(target: string, url: string): boolean;
  complain(message: string): void;
  /** The panel that is to be open at first. */
  readonly opening: string | undefined;
  /** Ends what was begun for what was mounted, which may have no chance to end it by itself. */
  lost?(): void;
}

/** What the wasm of panels and whole pages asks beside that. */
interface PanelShell extends Shell {
  icons(arrived: (icons: Record<string, [viewBox: string, path: string]>) => void): void;
  readonly hasSystemShare: boolean;
  shareWithSystem(title: string, url: string): void;
  /** `copied` is told whether it is in the clipboard; if not, the text is selected. */
  copy(text: string, field: HTMLInputElement, copied: (done: boolean) => void): void;
  /** A reference, an export or the QR code; nothing where it could not be had. */
  cite(wanted: string, language: string, arrived: (shown?: string) => void): void;
  copyCited(shown: HTMLElement, copied: (done: boolean) => void): void;
  saveCited(): void;
  /** The document, for who listens to it. */
  readonly page: Pick<EventTarget, "addEventListener" | "removeEventListener">;
  /** Tells reference managers of the record; an empty context tells them of none. */
  announce(context: string): void;
}

/** The wasm of a flavour, in a script. */
declare module "*-wasm.js" {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}

/** Of the crate and of the package; the build puts it in. */
declare const VERSION: string;
