/** The same in Leptos: a program in wasm, which is started at once. */

import start, { mount } from "leptos-rows";
import { Host } from "./host.js";
import { contentsOf } from "./panels.js";

const started = start({ module_or_path: new URL("./leptos_rows_bg.wasm", import.meta.url) });

class Leptos extends Host {
  /** @type {import("leptos-rows").Mounted | undefined} */
  #mounted;

  /** @param {import("./host.js").Shown} shown */
  async show(shown) {
    const { facts, lang, theme } = shown;
    await started;
    const fill = (/** @type {string} */ name, /** @type {Element} */ panel) => panel.replaceChildren(...contentsOf(name, shown));
    this.#mounted = mount(/** @type {ShadowRoot} */ (this.shadowRoot), facts, lang, theme, fill);
  }

  hide() {
    this.#mounted?.free();
    this.#mounted = undefined;
  }
}

customElements.define("hand-written", Leptos);
