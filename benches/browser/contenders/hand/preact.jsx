/** The same in Preact, with hooks: one tree for each element. */

import { render } from "preact";
import { useState } from "preact/hooks";
import { Host } from "./host.js";
import { Badges } from "./badges.jsx";

class Preact extends Host {
  /** @param {import("./host.js").Shown} shown */
  show(shown) {
    render(<Badges shown={shown} useState={useState} />, /** @type {ShadowRoot} */ (this.shadowRoot));
  }

  hide() {
    render(null, /** @type {ShadowRoot} */ (this.shadowRoot));
  }
}

customElements.define("hand-written", Preact);
