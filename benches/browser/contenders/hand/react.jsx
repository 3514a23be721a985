/** The same in React: one root for each element. */

import { useState } from "react";
import { createRoot } from "react-dom/client";
import { Host } from "./host.js";
import { Badges } from "./badges.jsx";

class React extends Host {
  /** @type {import("react-dom/client").Root | undefined} */
  #root;

  /** @param {import("./host.js").Shown} shown */
  show(shown) {
    this.#root ??= createRoot(/** @type {ShadowRoot} */ (this.shadowRoot));
    this.#root.render(<Badges shown={shown} useState={useState} />);
  }

  hide() {
    this.#root?.unmount();
    this.#root = undefined;
  }
}

customElements.define("hand-written", React);
