// Modules that do not exist in the source tree: the build makes them.

/** The wasm-bindgen glue as a factory: each call gives a fresh copy for a fresh wasm instance. */
declare module "*/glue.js" {
  export default function glue(): Glue;
}

declare module "*/glue-full.js" {
  export default function glue(): Glue;
}

/** What the whole page needs beside its wasm. */
declare module "*/publication-metrics-full.js" {
  export function glue(): Glue;
  export const styles: string;
}

/** The messages of a language, a line each. */
declare module "*/ar.js" { const catalogue: string; export default catalogue; }
declare module "*/ca.js" { const catalogue: string; export default catalogue; }
declare module "*/de.js" { const catalogue: string; export default catalogue; }
declare module "*/es.js" { const catalogue: string; export default catalogue; }
declare module "*/eu.js" { const catalogue: string; export default catalogue; }
declare module "*/fr.js" { const catalogue: string; export default catalogue; }
declare module "*/gl.js" { const catalogue: string; export default catalogue; }
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

/** What the wasm offers. */
interface Glue {
  __wbg_set_wasm(exports: Record<string, unknown>): void;
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
}

/** What the wasm asks of the element. */
interface Shell {
  /** After every committed render. */
  rendered(empty: boolean): void;
  /** False when the page prevented it. */
  share(target: string, url: string): boolean;
  icons(arrived: (icons: Record<string, [viewBox: string, path: string]>) => void): void;
  readonly hasSystemShare: boolean;
  shareWithSystem(title: string, url: string): void;
  /** `copied` is told whether it is in the clipboard; if not, the text is selected. */
  copy(text: string, field: HTMLInputElement, copied: (done: boolean) => void): void;
  complain(message: string): void;
}
