/** The programs beside the widget's, which only some pages and readers need. */

/**
 * @callback Instantiate a fresh instance of a wasm that lies at an address, unless the page has named another
 * @param {"exports" | "references" | "dialects"} flavour
 * @param {WebAssembly.Imports} imports
 * @param {() => URL} address
 * @returns {Promise<WebAssembly.Instance>}
 */

/**
 * Starts one, and gives its glue.
 *
 * @template {BareGlue} G
 * @param {"exports" | "references" | "dialects"} flavour
 * @param {G} glue
 * @param {() => URL} address of its wasm
 * @param {Instantiate} instantiate
 * @returns {Promise<G>}
 */
export async function start(flavour, glue, address, instantiate) {
  const { exports } = await instantiate(flavour, { "": /** @type {any} */ (glue) }, address);
  glue.__wbg_set_wasm(/** @type {any} */ (exports));
  /** @type {() => void} */ (exports.__wbindgen_start)();
  return glue;
}

/**
 * Does something with programs that serve the whole page, and does it once more with fresh ones where one of them has trapped: under load,
 * WebKit has been seen to trap where it does not the next time.
 *
 * @template T
 * @param {() => Promise<T>} work
 * @param {(error: unknown) => void} failed what a program is of no more use after
 * @returns {Promise<T>}
 */
export async function untrapped(work, failed) {
  const attempt = () =>
    work().catch((error) => {
      failed(error);
      throw error;
    });
  return attempt().catch((error) => {
    if (error instanceof WebAssembly.RuntimeError) return attempt();
    throw error;
  });
}
