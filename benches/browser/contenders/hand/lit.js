/** The same in Lit: reactive properties, and templates of `html`. */

import { LitElement, html, nothing, svg } from "lit";
import { languageOf } from "../../../../www/language.js";
import { themeOf } from "../../../../www/theme.js";
import { nearViewport } from "../../../../www/viewport.js";
import { ARROW, MARKS, RUNGS } from "./drawings.js";
import { factsOf } from "./facts.js";
import { sheet } from "./host.js";
import { contentsOf } from "./panels.js";
import { recordOf } from "./record.js";

class Lit extends LitElement {
  static properties = { publication: { attribute: false }, shown: { state: true }, open: { state: true } };
  static styles = sheet;

  constructor() {
    super();
    this.publication = undefined;
    /** @type {import("./host.js").Shown | undefined} */
    this.shown = undefined;
    /** @type {string | undefined} */
    this.open = undefined;
  }

  willUpdate() {
    // What a page has set before the element was defined is there by now.
    if (!this.hasUpdated) void this.#begin();
  }

  async #begin() {
    // Asked before anything is written: in between, each answer would take a computation of its own.
    const theme = themeOf(this);
    if (this.getAttribute("loading") !== "eager") await nearViewport(this, new AbortController().signal);
    const record = await recordOf(this);
    const lang = languageOf(this);
    this.shown = { record, facts: factsOf(record, lang), lang, theme };
  }

  render() {
    if (!this.shown) return html`<slot></slot>`;
    const { facts, lang, theme } = this.shown;
    const [citations, altmetric, quartile] = facts.badges;
    return html`<div data-theme=${theme}><div class="widget" lang=${lang}><div class="row" role="group" aria-label="Metrics of this publication" @click=${this.#clicked}>${this.#badge(citations, quotation)}${this.#badge(altmetric, ring(facts))}${this.#badge(quartile, ladder(facts.rung))}${facts.link ? this.#item("share", "badge share", "share-button", "share-panel", "known", shareFace) : nothing}</div></div></div><slot hidden></slot>`;
  }

  /** @param {import("./facts.js").Badge} badge @param {unknown} glyph */
  #badge({ name, state, value, label, note, opens }, glyph) {
    const shown = state === "none" ? html`<span aria-hidden="true">${value}</span>` : value;
    const face = html`${glyph}<span class="head"><span class="value" part="value">${shown}</span> <span class="label" part="label"><bdi>${label}</bdi></span></span> <span class="note" part="note"><bdi>${note}</bdi></span>`;
    if (opens) return this.#item(name, "badge", `badge badge-${name}`, "panel", state, face);
    return html`<div class="item"><div class="badge" data-state=${state} part="badge badge-${name}">${face}</div></div>`;
  }

  /** @param {string} name @param {string} className @param {string} part @param {string} panelPart @param {string} state @param {unknown} face */
  #item(name, className, part, panelPart, state, face) {
    const isOpen = this.open === name;
    return html`<div class="item"><button type="button" class=${className} part=${part} data-panel=${name} data-state=${state} aria-expanded=${isOpen} aria-controls="${name}-panel">${face}</button><div class="panel" part=${panelPart} role="group" id="${name}-panel" ?hidden=${!isOpen}>${isOpen && this.shown ? contentsOf(name, this.shown) : nothing}</div></div>`;
  }

  /** @param {Event} event */
  #clicked({ target }) {
    const name = /** @type {Element} */ (target).closest("button[data-panel]")?.getAttribute("data-panel");
    if (name) this.open = this.open === name ? undefined : name;
  }
}

const quotation = html`<svg class="glyph quotation" viewBox="0 0 36 36" aria-hidden="true"><path d=${MARKS}></path></svg>`;
const shareFace = html`<svg class="share-glyph" viewBox="0 0 18 18" aria-hidden="true"><path d=${ARROW}></path></svg><span class="label">Share</span>`;

/** @param {import("./facts.js").Facts} facts */
const ring = ({ arcs, ring }) =>
  html`<svg class="glyph ring" viewBox="0 0 36 36" aria-hidden=${arcs.length ? nothing : "true"} role=${arcs.length ? "img" : nothing} aria-label=${arcs.length ? ring : nothing}><circle class="track" cx="18" cy="18" r="14"></circle>${arcs.map(
    ({ kind, dashes, offset }) => svg`<circle class="arc ${kind}" cx="18" cy="18" r="14" pathLength="1000" stroke-dasharray=${dashes} stroke-dashoffset=${offset}></circle>`,
  )}</svg>`;

/** @param {number | undefined} rung */
const ladder = (rung) =>
  html`<svg class="glyph ladder" viewBox="0 0 36 36" aria-hidden="true">${RUNGS.map((y, index) => svg`<rect class=${index + 1 === rung ? "rung marked" : "rung"} x="5" y=${y} width="26" height="5" rx="2"></rect>`)}</svg>`;

customElements.define("hand-written", Lit);
