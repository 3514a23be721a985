/** The program that writes records as HTML: where it comes from, and the one instance of it. */
import glue from "./glue-render.js";
import { intl } from "./catalogues.js";
import { MetricsError, textOf } from "./errors.js";

/** @typedef {{ glue: RenderGlue, languages: Map<string, string> }} Renderer with the languages that it has learned */

/** Only asked for where there are files, and by a name that no bundler for browsers looks into. */
const FILES = "node:fs/promises";

/** @type {string | object | undefined} */
let source;
/** @type {Promise<WebAssembly.Module> | undefined} */
let compiled;
/** @type {Promise<Renderer> | undefined} */
let running;

/** @param {string | object} given */
export function setWasmSource(given) {
  source = given;
  compiled = running = undefined;
}

/** The instance that serves all renders, made at the first one. @returns {Promise<Renderer>} */
export const started = () => (running ??= start());

/** Has a new one made for the next render: this one has trapped, or could not be had. */
export function forget() {
  running = undefined;
}

async function start() {
  const fresh = glue(intl);
  compiled ??= compile();
  const module = await compiled.catch((error) => {
    compiled = undefined;
    throw error;
  });
  const { exports } = await WebAssembly.instantiate(module, { "": /** @type {any} */ (fresh) });
  fresh.__wbg_set_wasm(/** @type {any} */ (exports));
  /** @type {() => void} */ (exports.__wbindgen_start)();
  return { glue: fresh, languages: new Map() };
}

async function compile() {
  if (!globalThis.WebAssembly) throw new MetricsError("unsupported", "There is no WebAssembly here, or it is switched off.");
  let name = "The given wasm";
  try {
    // Bundlers find the file by this very form of URL, and only by it.
    const from = (await source) ?? new URL("./publication-metrics-render.wasm", import.meta.url);
    if (from instanceof WebAssembly.Module) return from;
    if (from instanceof ArrayBuffer || ArrayBuffer.isView(from)) return await WebAssembly.compile(/** @type {BufferSource} */ (from));
    name = from instanceof Response ? from.url : String(from);
    return await WebAssembly.compile(from instanceof Response ? await from.arrayBuffer() : await bytesAt(name));
  } catch (error) {
    throw new MetricsError(
      "wasm-unavailable",
      `${name} could not be had or is not the program of this script (${textOf(error)}). ` +
        "Leave publication-metrics out of the server's bundle, or say by setWasmSource where its publication-metrics-render.wasm is.",
      error,
    );
  }
}

/**
 * @param {string} address
 * @returns {Promise<BufferSource>}
 */
async function bytesAt(address) {
  if (address.startsWith("file:")) {
    const { readFile } = await import(/* webpackIgnore: true */ /* @vite-ignore */ FILES);
    return readFile(new URL(address));
  }
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return response.arrayBuffer();
}
