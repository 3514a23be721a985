/** One badge of a vendor, upgraded where it stands. */
import { settingOf } from "../setting.js";
import { cleaned } from "./identifiers.js";
import { isOn } from "./option.js";
import { placePanels } from "./panel.js";
import { filled } from "./template.js";

/** @import { Identifiers, Scheme } from "./identifiers.js" */
/** @import { Told, Vendor } from "./vendors.js" */

/** What is upgraded, or is to be. @type {WeakMap<Node, Upgrade>} */
const upgrades = new WeakMap();

/** @param {Node} node */
export const upgradeOf = (node) => upgrades.get(node);

/**
 * Upgrades a badge, once for what it says: where it is only moved, or found again, nothing happens.
 *
 * @param {Element} element the vendor's
 * @param {Vendor} vendor
 * @param {Record<string, string>} attributes of the page's script
 */
export function upgrade(element, vendor, attributes) {
  const known = upgrades.get(element);
  // A copy of what was upgraded has its element already; and a vendor that renders by itself, in a root of its own, is at work.
  if (!known && (element.querySelector(":scope > publication-metrics") || element.closest("publication-metrics") || element.shadowRoot)) return;
  const told = vendor.read(element);
  const key = JSON.stringify(told);
  if (known?.key === key) return;
  const next = new Upgrade(element, vendor, told, key, known?.widget);
  upgrades.set(element, next);
  next.begin(attributes);
}

/** The font's size beside the page's, for badges that are smaller or larger than others. */
const SIZES = { small: "0.875em", large: "1.25em" };

/** Names that people know schemes by. @type {Record<Scheme, string>} */
const TITLES = {
  doi: "DOI",
  pmid: "PMID",
  arxiv: "arXiv identifier",
  isbn: "ISBN",
  handle: "handle",
  uri: "address",
  altmetric: "Altmetric identifier",
  dimensions: "Dimensions identifier",
};

/** Who can be asked by what is no DOI. @type {[Scheme, RegExp][]} */
const ASKABLE = [
  ["pmid", /\b(openalex|europepmc|semanticscholar)\b/i],
  ["isbn", /\bcrossref\b/i],
];

/**
 * As the attribute `doi` takes it: the DOI, or what one of the sources can be asked by.
 *
 * @param {Identifiers} identifiers
 * @param {string} sources
 */
function askable(identifiers, sources) {
  const [scheme] = ASKABLE.find(([scheme, able]) => identifiers[scheme] && able.test(sources)) ?? [];
  return identifiers.doi ?? (scheme && `${scheme}:${identifiers[scheme]}`);
}

/** What was said on the console. @type {Set<string>} */
const said = new Set();

class Upgrade {
  #element;
  #vendor;
  #told;

  /**
   * @param {Element} element
   * @param {Vendor} vendor
   * @param {Told} told
   * @param {string} key
   * @param {HTMLElement} [widget] of what the badge said before
   */
  constructor(element, vendor, told, key, widget) {
    this.#element = element;
    this.#vendor = vendor;
    this.#told = told;
    this.key = key;
    this.widget = widget;
  }

  /** @param {Record<string, string>} attributes */
  begin(attributes) {
    const widget = document.createElement("publication-metrics");
    for (const [name, value] of Object.entries(attributes)) {
      if (name !== "src" && (name !== "hide-empty" || isOn(value))) widget.setAttribute(name, name === "hide-empty" ? "" : value);
    }
    const byDefault = (/** @type {string} */ name, /** @type {string} */ value) => {
      if (!Object.hasOwn(attributes, name)) widget.setAttribute(name, value);
    };
    const { source } = this.#vendor;
    if (source && !settingOf(widget, "source")) widget.setAttribute("source", source);
    // The vendors' badges have no share panel.
    byDefault("share", "none");
    if (this.#told.hidesEmpty) byDefault("hide-empty", "");

    const identifiers = cleaned(this.#told.identifiers);
    const { src = "" } = attributes;
    const address = src && filled(src, identifiers);
    if (address) {
      widget.setAttribute("src", address);
      if (this.#told.isDetailed && !Object.hasOwn(attributes, "layout")) {
        widget.setAttribute("layout", "full");
        byDefault("sections", this.#told.badges.replace("altmetric", "altmetrics"));
      }
      if (this.#told.badges) byDefault("badges", this.#told.badges);
      return this.#place(widget);
    }
    // Services that answer for a DOI alone know of citations; that of data, of views and downloads as well.
    const badges = source ? this.#told.badges : this.#told.badges.split(" ").filter((it) => it === "citations").join(" ");
    if (!badges && !Object.hasOwn(attributes, "badges")) return this.fail("asks for attention without citations, which no service without a key knows; name your own records by data-src");
    byDefault("badges", badges);
    // Who names records of their own has not said that anybody else may be asked.
    const isAllowed = !src || Boolean(settingOf(widget, "source"));
    const identifier = isAllowed ? askable(identifiers, settingOf(widget, "source") || "openalex") : undefined;
    if (!identifier) return this.fail(this.#whyNot(identifiers, widget, isAllowed));
    widget.setAttribute("doi", identifier);
    this.#place(widget);
  }

  /**
   * @param {Identifiers} identifiers that are not enough
   * @param {HTMLElement} widget
   * @param {boolean} isAllowed whether services may be asked
   */
  #whyNot(identifiers, widget, isAllowed) {
    const given = /** @type {Scheme[]} */ (Object.keys(identifiers)).map((scheme) => TITLES[scheme]).join(" and ");
    if (given && !isAllowed) return `has ${given}, which data-src has no place for`;
    if (given) return `has no DOI but ${given}, which ${settingOf(widget, "source") || "openalex"} cannot look up`;
    const [unreadable] = Object.entries(this.#told.identifiers).filter(([, value]) => value);
    if (!unreadable) return "names no publication";
    return `names its publication by what is no ${TITLES[/** @type {Scheme} */ (unreadable[0])]}: ${unreadable[1]}`;
  }

  /** @param {HTMLElement} widget */
  #place(widget) {
    const element = /** @type {HTMLElement} */ (this.#element);
    const { size } = this.#told;
    const isLink = element.localName === "a";
    if (element.localName !== "div") {
      // In a line, as what stood there.
      widget.style.display = "inline-block";
      widget.style.verticalAlign = "top";
    }
    if (this.widget) {
      // What it said before is no more.
      this.#show(true);
      widget.append(...this.widget.childNodes);
      if (isLink) take(widget, /** @type {HTMLElement} */ (this.widget));
      this.widget.replaceWith(widget);
    } else if (isLink) {
      // A control cannot be in a link: the link is in the element, for when it cannot run.
      take(widget, element);
      element.replaceWith(widget);
      widget.append(element);
    } else {
      // In it, so that what the page's styles and scripts know of it stays true.
      widget.append(...element.childNodes);
      element.append(widget);
    }
    this.widget = widget;
    const sized = isLink ? widget : element;
    if (size) sized.style.setProperty("--pm-font-size", SIZES[size]);
    void placePanels(widget, this.#told.side);
    widget.addEventListener("metrics-load", () => this.#follow());
  }

  /** What is shown may be what the page wants hidden. */
  #follow() {
    const { hidesZero } = this.#told;
    const hidesEmpty = this.#told.hidesEmpty && this.widget?.hasAttribute("hide-empty");
    const values = [...(this.widget?.shadowRoot?.querySelectorAll('[part~="value"]') ?? [])].map((it) => it.textContent?.trim());
    const isEmpty = this.widget?.getAttribute("state") === "empty";
    const hides = (hidesEmpty && isEmpty) || (hidesZero && values.length > 0 && values.every((it) => it === "0"));
    this.#show(!hides);
    const { events } = this.#vendor;
    if (events) this.#element.dispatchEvent(new CustomEvent(`${events}:${hides ? "hide" : "show"}`, { bubbles: true }));
  }

  /** @param {boolean} isShown */
  #show(isShown) {
    const element = /** @type {HTMLElement} */ (this.#element);
    const box = element.localName === "a" ? this.widget : element;
    if (!isShown) box?.style.setProperty("display", "none", "important");
    else if (box?.style.getPropertyPriority("display")) box.style.display = box === this.widget ? "inline-block" : "";
  }

  /**
   * What is put beside the element later belongs to what it falls back on.
   *
   * @param {Node} node
   */
  keep(node) {
    const element = this.#element;
    if (node !== this.widget && node.parentNode === element && this.widget?.parentNode === element) this.widget.append(node);
  }

  /**
   * The vendor's markup stays, or is back, and the console says why.
   *
   * @param {string} why
   */
  fail(why) {
    this.#show(true);
    this.widget?.replaceWith(...this.widget.childNodes);
    this.widget = undefined;
    // Of a list of a thousand, the first says it.
    const reason = `${this.#vendor.name} ${why.replace(/\d.*/, "")}`;
    if (said.has(reason)) return;
    said.add(reason);
    console.warn(`publication-metrics: a badge of ${this.#vendor.title} ${why}. It is left as it stood.`, this.#element);
  }
}

/**
 * What the page knows a link by goes to what stands in its place.
 *
 * @param {HTMLElement} widget
 * @param {HTMLElement} from
 */
function take(widget, from) {
  for (const { name, value } of [...from.attributes]) {
    if (!/^(id|class|dir|lang|title|slot|hidden|aria-.*)$/.test(name)) continue;
    if (!widget.hasAttribute(name)) widget.setAttribute(name, value);
    if (name === "id") from.removeAttribute(name);
  }
  // The attribute itself would be a matter of the page's policy.
  widget.style.cssText += `;${from.style.cssText}`;
}
