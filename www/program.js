/** The programs beside the widget's, which only some pages and readers need. */

/**
 * @callback Instantiate a fresh instance of a wasm that lies at an address, unless the page has named another
 * @param {"exports" | "references" | "dialects"} flavour
 * @param {WebAssembly.Imports} imports
 * @param {URL} address
 * @returns {Promise<WebAssembly.Instance>}
 */

/**
 * Starts one, and gives its glue.
 *
 * @template {BareGlue} G
 * @param {"exports" | "references" | "dialects"} flavour
 * @param {G} glue
 * @param {URL} address of its wasm
 * @param {Instantiate} instantiate
 * @returns {Promise<G>}
 */
export async function start(flavour, glue, address, instantiate) {
  const { exports } = await instantiate(flavour, { "": /** @type {any} */ (glue) }, address);
  glue.__wbg_set_wasm(/** @type {any} */ (exports));
  /** @type {() => void} */ (exports.__wbindgen_start)();
  return glue;
}
