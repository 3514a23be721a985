import styles from "styles.css";
import { languageOf } from "../../../../www/language.js";
import { themeOf } from "../../../../www/theme.js";
import { nearViewport } from "../../../../www/viewport.js";
import { factsOf } from "./facts.js";
import { recordOf } from "./record.js";

export const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);

/** What any custom element of a row of badges does before there is something to show. */
export class Host extends HTMLElement {
  /** @type {any} */
  #publication;
  #started = false;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    // What a page has set before the element was defined hides the accessor.
    if (Object.hasOwn(this, "publication")) {
      const { publication } = this;
      delete this.publication;
      this.publication = publication;
    }
  }

  get publication() {
    return this.#publication;
  }

  set publication(publication) {
    this.#publication = publication;
    if (this.#started) void this.#begin();
  }

  connectedCallback() {
    if (this.#started) return;
    this.#started = true;
    void this.#begin();
  }

  disconnectedCallback() {
    this.#started = false;
    this.hide();
  }

  async #begin() {
    // Asked after all elements of the page are made, and before anything is written: in between, each answer would take a computation of
    // the styles of its own.
    await undefined;
    const theme = themeOf(this);
    if (this.getAttribute("loading") !== "eager") await nearViewport(this, new AbortController().signal);
    const record = await recordOf(this);
    const lang = languageOf(this);
    if (this.isConnected) this.show({ record, facts: factsOf(record, lang), lang, theme });
  }

  /** @param {Shown} shown */
  show(shown) {}

  hide() {}
}

/** @typedef {{ record: any, facts: import("./facts.js").Facts, lang: string, theme: string }} Shown */
