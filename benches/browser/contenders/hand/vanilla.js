/** By hand: a template, cloned, and what differs written into it. */

import { ARROW, MARKS, RUNGS } from "./drawings.js";
import { Host } from "./host.js";
import { contentsOf } from "./panels.js";

const SVG = "http://www.w3.org/2000/svg";

/** @param {string} name @param {string} glyph */
const badge = (name, glyph) => `<div class="item"><button type="button" class="badge" part="badge badge-${name}" data-panel="${name}" aria-expanded="false" aria-controls="${name}-panel">${glyph}<span class="head"><span class="value" part="value"></span> <span class="label" part="label"><bdi></bdi></span></span> <span class="note" part="note"><bdi></bdi></span></button><div class="panel" part="panel" role="group" id="${name}-panel" hidden></div></div>`;

const template = document.createElement("template");
template.innerHTML = `<div><div class="widget"><div class="row" role="group" aria-label="Metrics of this publication">${[
  badge("citations", `<svg class="glyph quotation" viewBox="0 0 36 36" aria-hidden="true"><path d="${MARKS}"></path></svg>`),
  badge("altmetric", `<svg class="glyph ring" viewBox="0 0 36 36"><circle class="track" cx="18" cy="18" r="14"></circle></svg>`),
  badge("quartile", `<svg class="glyph ladder" viewBox="0 0 36 36" aria-hidden="true">${RUNGS.map((y) => `<rect class="rung" x="5" y="${y}" width="26" height="5" rx="2"></rect>`).join("")}</svg>`),
].join("")}</div></div></div><slot hidden></slot>`;

const share = document.createElement("template");
share.innerHTML = `<div class="item"><button type="button" class="badge share" part="share-button" data-panel="share" data-state="known" aria-expanded="false" aria-controls="share-panel"><svg class="share-glyph" viewBox="0 0 18 18" aria-hidden="true"><path d="${ARROW}"></path></svg><span class="label">Share</span></button><div class="panel" part="share-panel" role="group" id="share-panel" hidden></div></div>`;

class Vanilla extends Host {
  /** @param {import("./host.js").Shown} shown */
  show(shown) {
    const { facts, lang, theme } = shown;
    const fragment = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
    const [outer] = /** @type {HTMLCollectionOf<HTMLElement>} */ (fragment.children);
    const [widget] = outer.children;
    const [row] = widget.children;
    outer.dataset.theme = theme;
    widget.setAttribute("lang", lang);
    facts.badges.forEach((badge, index) => write(row.children[index], badge));
    draw(row, facts);
    if (facts.link) row.append(share.content.cloneNode(true));
    row.addEventListener("click", (event) => toggle(row, event, shown));
    /** @type {ShadowRoot} */ (this.shadowRoot).replaceChildren(fragment);
  }

  hide() {
    /** @type {ShadowRoot} */ (this.shadowRoot).replaceChildren();
  }
}

/** @param {Element} item @param {import("./facts.js").Badge} badge */
function write(item, { state, value, label, note, opens, name }) {
  let [button, panel] = item.children;
  const [, head, words] = button.children;
  const [shown, labelled] = head.children;
  button.setAttribute("data-state", state);
  if (state === "none") {
    const sign = document.createElement("span");
    sign.setAttribute("aria-hidden", "true");
    sign.textContent = value;
    shown.append(sign);
  } else {
    shown.textContent = value;
  }
  /** @type {Element} */ (labelled.firstChild).textContent = label;
  /** @type {Element} */ (words.firstChild).textContent = note;
  if (opens) return;
  // There is nothing to open.
  const still = document.createElement("div");
  still.className = "badge";
  still.setAttribute("data-state", state);
  still.setAttribute("part", `badge badge-${name}`);
  still.append(...button.childNodes);
  panel.remove();
  button.replaceWith(still);
}

/** @param {Element} row @param {import("./facts.js").Facts} facts */
function draw(row, { arcs, ring, rung }) {
  const circle = /** @type {Element} */ (row.querySelector(".ring"));
  if (arcs.length) {
    circle.setAttribute("role", "img");
    circle.setAttribute("aria-label", ring);
  } else {
    circle.setAttribute("aria-hidden", "true");
  }
  for (const { kind, dashes, offset } of arcs) {
    const arc = document.createElementNS(SVG, "circle");
    const attributes = { class: `arc ${kind}`, cx: "18", cy: "18", r: "14", pathLength: "1000", "stroke-dasharray": dashes, "stroke-dashoffset": offset };
    for (const [name, value] of Object.entries(attributes)) arc.setAttribute(name, value);
    circle.append(arc);
  }
  if (rung) row.querySelectorAll(".rung")[rung - 1].classList.add("marked");
}

/** Opens a panel, and closes the one that was open. @param {Element} row @param {Event} event @param {import("./host.js").Shown} shown */
function toggle(row, { target }, shown) {
  const button = /** @type {Element} */ (target).closest("button[data-panel]");
  if (!button) return;
  const opens = button.getAttribute("aria-expanded") === "false";
  for (const other of row.querySelectorAll("button[data-panel]")) {
    const panel = /** @type {HTMLElement} */ (other.nextElementSibling);
    const isOpen = other === button && opens;
    other.setAttribute("aria-expanded", String(isOpen));
    panel.hidden = !isOpen;
    panel.replaceChildren(...(isOpen ? contentsOf(/** @type {string} */ (other.getAttribute("data-panel")), shown) : []));
  }
}

customElements.define("hand-written", Vanilla);
