import { download, htmlInstead } from "./download.js";
import { MetricsError, textOf } from "./errors.js";

/** @import { WasmSource } from "./index.js" */

/**
 * The programs: `badges` shows rows and cards, `full` whole pages and all that the other one does; `exports` and
 * `references` are for readers who ask for one, `dialects` for records in a dialect of others.
 *
 * @typedef {"badges" | "full" | "exports" | "references" | "dialects"} Flavour
 */

/** @type {Partial<Record<Flavour, WasmSource | PromiseLike<WasmSource>>>} */
const sources = {};
/** @type {Partial<Record<Flavour, Promise<WebAssembly.Module>>>} */
const loaded = {};

/** The program that is enough for a layout, as its attribute has it. @param {string | null} [layout] */
export const flavourFor = (layout) => (layout?.trim() === "full" ? "full" : "badges");

/**
 * Says where the wasm is to come from, for pages and bundlers that do not keep it beside the
 * script. To be called before the first element loads; later, it serves the next attempt after a
 * failure.
 *
 * @param {WasmSource | PromiseLike<WasmSource>} given
 * @param {Flavour} [flavour]
 */
export function setWasmSource(given, flavour = "badges") {
  sources[flavour] = given;
}

/**
 * The compiled wasm, asked for once per page; after a failure, whoever asks next tries again.
 *
 * @param {Flavour} flavour
 * @param {() => URL} [address] where it is unless the page has said otherwise
 * @returns {Promise<WebAssembly.Module>}
 */
export function loadModule(flavour, address) {
  return (loaded[flavour] ??= compile(flavour, address).catch((error) => forget(flavour, error)));
}

/** @param {Flavour} flavour @param {unknown} error @returns {never} */
function forget(flavour, error) {
  delete loaded[flavour];
  throw error;
}

/**
 * A fresh instance of it.
 *
 * @param {Flavour} flavour
 * @param {WebAssembly.Imports} imports
 * @param {() => URL} [address]
 * @returns {Promise<WebAssembly.Instance>}
 */
export async function instantiate(flavour, imports, address) {
  const module = await loadModule(flavour, address);
  // One that does not fit the script is of no use to the next who asks either.
  return WebAssembly.instantiate(module, imports)
    .catch((error) => refuse(error, "The wasm"))
    .catch((error) => forget(flavour, error));
}

/**
 * @param {Flavour} flavour
 * @param {() => URL} [beside] where it is unless the page has said otherwise
 * @returns {Promise<WebAssembly.Module>}
 */
async function compile(flavour, beside) {
  if (!globalThis.WebAssembly) {
    throw new MetricsError("unsupported", "This browser has no WebAssembly, or it is switched off.");
  }
  // Nothing is waited for where nothing is given: the largest file of the page is the first that is asked for.
  const source = sources[flavour] && (await sources[flavour]);
  // Bundlers find the file by this very form of URL, and only by it. Where all is one classic script, no address is one.
  const given = /** @type {WasmSource} */ (
    source ??
    beside?.() ??
    (flavour === "full"
      ? new URL("./publication-metrics-full.wasm", import.meta.url)
      : new URL("./publication-metrics.wasm", import.meta.url))
  );
  if (given instanceof WebAssembly.Module) return given;
  if (given instanceof ArrayBuffer || ArrayBuffer.isView(given)) return compileBytes(given, "The given wasm");
  // What the build has put behind an address: the hash of the one file that may be there.
  const [file, integrity] = String(given).split("#");
  /** @type {Error | undefined} */
  let altered;
  const response = given instanceof Response ? given : await download(/** @type {string} */ (file), { integrity }, "wasm-unavailable").catch((error) => {
    if (!integrity) throw error;
    altered = error;
    // Browsers do not say what they have refused. It is asked for once more, never to be run, for a failure in plain words.
    return download(/** @type {string} */ (file), {}, "wasm-unavailable");
  });
  const address = response.url || "The given wasm";
  // Streaming is for servers that name the type; the others' bytes are compiled when all are there.
  if (!altered && response.headers.get("content-type") === "application/wasm") {
    return WebAssembly.compileStreaming(response).catch((error) => refuse(error, address));
  }
  const bytes = await response.arrayBuffer().catch((error) => refuse(error, address));
  if (new Uint8Array(bytes)[0] === "<".charCodeAt(0)) throw htmlInstead(address);
  if (altered) refuse(altered.cause, address);
  return compileBytes(bytes, address);
}

/**
 * @param {BufferSource} bytes
 * @param {string} origin
 */
const compileBytes = (bytes, origin) => WebAssembly.compile(bytes).catch((error) => refuse(error, origin));

/**
 * Engines word a policy's refusal in their own ways, and WebKit refuses only to instantiate; that
 * they refuse even the empty module tells it from a wrong file.
 *
 * @param {unknown} error
 * @param {string} origin
 * @returns {never}
 */
function refuse(error, origin) {
  try {
    new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch {
    throw new MetricsError(
      "blocked-by-policy",
      "The page's Content-Security-Policy does not allow WebAssembly. Add 'wasm-unsafe-eval' to its script-src.",
      error,
    );
  }
  throw new MetricsError(
    "wasm-unavailable",
    `${origin} is not the program of this script, or only a part of it (${textOf(error)}). Upload both files of one version, the wasm as binary.`,
    error,
  );
}
