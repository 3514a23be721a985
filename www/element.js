import { setMessages, useMessagesOf } from "./catalogues.js";
import { Deferred } from "./deferred.js";
import { MetricsError, complain, textOf } from "./errors.js";
import { languageOf } from "./language.js";
import { forgetPage, watchPage } from "./page.js";
import { retrieve, sameSource, sourceOf } from "./record.js";
import { adoptStyles } from "./stylesheet.js";
import { themeOf } from "./theme.js";
import { together } from "./together.js";
import { nearViewport } from "./viewport.js";
import { Widget } from "./widget.js";

export { setMessages } from "./catalogues.js";
export { setWasmSource } from "./loader.js";

/** @import { MetricsErrorCode, MetricsState } from "./index.js" */
/** @import { Retrieved, Source } from "./record.js" */

/** The attributes that are properties, and what an absent one reads as. */
const DEFAULTS = {
  src: "",
  doi: "",
  source: "openalex",
  layout: "badges",
  badges: "citations altmetric quartile",
  share: "panel",
  theme: "auto",
  loading: "lazy",
  sections: "",
  "heading-level": "2",
  messages: "",
  format: "",
};

/** The name of an attribute as a property. @param {string} name */
const propertyOf = (name) => name.replace(/-(.)/, (_, letter) => letter.toUpperCase());

/** Stands for a browser in which styles can be constructed. @type {CSSStyleSheet | undefined} */
let constructible;

/** All that is a property, by its name. */
const PROPERTIES = [...Object.keys(DEFAULTS).map(propertyOf), "hideEmpty", "publication"];

/** The values of the attributes that the wasm does not read: the styles do, and this file. @type {[string, string[]][]} */
const KEYWORDS = [
  ["theme", ["auto", "light", "dark", "mono"]],
  ["loading", ["lazy", "eager"]],
];

/**
 * `<publication-metrics>`: the contract with the page. It finds the record, starts the wasm when it
 * is near the viewport, and says by events, properties and states what became of it.
 */
export class PublicationMetrics extends (globalThis.HTMLElement ?? class {}) {
  static observedAttributes = [...Object.keys(DEFAULTS), "hide-empty", "lang", "state"];

  /** Which release this is. */
  static version = VERSION;

  /** Words of the page's own, for who has no module to import them from. */
  static setMessages = setMessages;

  /**
   * Defines the element. Where the name is taken, by another copy of the script perhaps, the first
   * definition stays, and nothing of this copy is fetched.
   *
   * @param {string} [name]
   * @param {CustomElementRegistry} [registry]
   */
  static define(name = "publication-metrics", registry = globalThis.customElements) {
    const present = /** @type {typeof PublicationMetrics | undefined} */ (registry?.get(name));
    if (!present) registry?.define(name, this);
    else if (present.version !== VERSION) {
      complain(`<${name}> is already defined, by version ${present.version ?? "unknown"}. It stays, ${VERSION} is not used.`);
    }
  }

  /** @type {unknown} */
  #publication = null;
  /** @type {MetricsState} */
  #state = "idle";
  /** @type {MetricsError | null} */
  #error = null;
  /** Where the page has asked for it. @type {Deferred<this> | undefined} */
  #ready;
  /** What the render has come to: why there is no widget, or null; undefined as long as it is under way. @type {MetricsError | null | undefined} */
  #outcome;
  /** @type {ElementInternals | undefined} */
  #internals = this.attachInternals?.();
  #widget;

  /** Where the record comes from, held or on its way. @type {Source | undefined} */
  #source;
  /** The record, once it has arrived; kept while the element is off the page. @type {Retrieved | undefined} */
  #record;
  /** What the page has been told of this record. @type {MetricsState | undefined} */
  #announced;
  /** Set while the element is at work; aborted when what it does is no longer wanted. @type {AbortController | undefined} */
  #turn;
  /** Whether the next request passes by the browser's cache. */
  #fresh = false;
  #scheduled = false;

  constructor() {
    super();
    // Where styles cannot be constructed, this throws before there is a shadow root, which would hide what is inside.
    constructible ??= new CSSStyleSheet();
    const root = this.shadowRoot ?? this.#internals?.shadowRoot ?? this.attachShadow({ mode: "open" });
    adoptStyles(root);
    this.#widget = new Widget(root, {
      // While another record is on its way, or waits for its turn, what becomes of the one before is no news.
      rendered: (shown, empty, warnings) =>
        this.#record && this.#record.value === shown && this.#rendered(this.#record.given, empty, [...this.#record.warnings, ...warnings]),
      failed: (error) => this.#record && this.#fail(error),
      share: (target, url) => this.#tell("metrics-share", { target, url }, true),
    });
    // A script inside the element may come after its start tag.
    root.addEventListener("slotchange", this.#changed);
    this.#rescueProperties();
  }

  connectedCallback() {
    watchPage(this.#changed);
    // The parser may be in the middle of a script inside.
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", this.#changed, { once: true });
    this.#changed();
  }

  disconnectedCallback() {
    // An element that is only moved is back before the next task, also where navigation within the page keeps it.
    setTimeout(() => {
      if (this.isConnected) return;
      forgetPage(this.#changed);
      this.#stop();
    });
  }

  adoptedCallback() {
    if (this.shadowRoot) adoptStyles(this.shadowRoot);
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} after
   */
  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    // Who brings the element into line with its markup, as morphing does, does not mean its state.
    if (name === "state") return after === this.#state || this.#enter(this.#state, this.#error);
    if (/^(src|doi|format|source)$/.test(name)) this.#renew();
    if (name === "messages" && after) useMessagesOf(new URL(after, this.baseURI).href);
    this.#changed();
  }

  /** The record as the page set it: any accepted JSON, parsed. Setting it renders anew. */
  get publication() {
    return this.#publication;
  }

  set publication(publication) {
    this.#publication = publication ?? null;
    this.#again();
  }

  get hideEmpty() {
    return this.hasAttribute("hide-empty");
  }

  set hideEmpty(hide) {
    this.toggleAttribute("hide-empty", Boolean(hide));
  }

  get state() {
    return this.#state;
  }

  /** Why there is no widget, in the state `error`. */
  get error() {
    return this.#error;
  }

  /** The render under way, or the last one: resolves with the element, rejects with `error`. */
  get ready() {
    if (!this.#ready) {
      this.#ready = new Deferred();
      this.#answer();
    }
    return this.#ready.promise;
  }

  /** Asks again for the record, past the browser's cache. */
  reload() {
    this.#again();
    return this.ready;
  }

  #again() {
    this.#source = undefined;
    this.#fresh = true;
    this.#renew();
    this.#changed();
  }

  /** Several changes in a row are one update. */
  #changed = () => {
    if (this.#scheduled) return;
    together(
      () => {
        this.#scheduled = false;
        return this.#record || this.#widget.visible ? themeOf(this) : undefined;
      },
      (theme) => this.isConnected && this.#update(theme),
    );
    this.#scheduled = true;
  };

  /** @param {string} [theme] none as long as there is nothing to show: most elements of a long page are never looked at */
  #update(theme) {
    for (const [name, values] of KEYWORDS) {
      const value = this.getAttribute(name);
      if (value !== null && !values.includes(value)) {
        complain(`${name}="${value}" is unknown, "${values[0]}" is used. Known: ${values.join(", ")}.`);
      }
    }
    if (theme) this.#widget.theme = theme;
    const source = sourceOf(this, this.#publication);
    const same = sameSource(source, this.#source);
    if (!same) this.#record = this.#announced = undefined;
    this.#source = source;
    const waitsNoMore = this.#state === "idle" && this.#eager;
    if (!source) this.#stop();
    else if (!same || !this.#turn || waitsNoMore) this.#begin(source);
    else if (this.#widget.update(this.#settings)) this.#settle();
    else this.#begin(source);
  }

  /** @param {Source} source */
  async #begin(source) {
    this.#turn?.abort();
    const { signal } = (this.#turn = new AbortController());
    const cache = this.#fresh ? "no-cache" : "default";
    try {
      if (!this.#eager && !this.#widget.visible) {
        this.#enter("idle");
        await nearViewport(this, signal);
        if (signal.aborted) return;
      }
      this.#enter("loading");
      this.#widget.update(this.#settings);
      // The larger file is asked for first.
      const program = this.#widget.program();
      const [record] = await Promise.all([this.#record ?? retrieve(this, source, { signal, cache }), program]);
      if (signal.aborted) return;
      this.#record = record;
      this.#fresh = false;
      this.#widget.theme = await new Promise((seen) => together(() => themeOf(this), seen));
      if (signal.aborted) return;
      this.#widget.update(this.#settings);
      await this.#widget.show(record.value, signal);
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    }
  }

  /** Asks again for what could not be reached. */
  #online = () => {
    if (this.#error?.code === "network") this.#again();
  };

  #stop() {
    removeEventListener("online", this.#online);
    this.#turn?.abort();
    this.#turn = undefined;
    this.#widget.clear();
    this.#enter("idle");
  }

  /**
   * @param {unknown} publication
   * @param {boolean} empty
   * @param {string[]} warnings
   */
  #rendered(publication, empty, warnings) {
    const before = this.#announced;
    const outcome = (this.#announced = empty ? "empty" : "ready");
    this.#enter(outcome);
    this.#settle();
    if (!before) this.#tell("metrics-load", { publication, warnings });
    if (empty && before !== outcome) this.#tell("metrics-empty");
  }

  /** @param {unknown} thrown */
  #fail(thrown) {
    const error = toMetricsError(thrown);
    this.#turn?.abort();
    this.#widget.clear();
    this.#enter("error", error);
    this.#settle();
    complain(error.message);
    if (error.code === "network") addEventListener("online", this.#online, { once: true });
    this.#tell("metrics-error", { code: error.code, message: error.message });
  }

  /**
   * @param {MetricsState} state
   * @param {MetricsError | null} [error]
   */
  #enter(state, error = null) {
    try {
      this.#internals?.states.delete(this.#state);
      this.#internals?.states.add(state);
    } catch {
      // An engine without custom states: the attribute beside them serves.
    }
    this.#state = state;
    this.#error = error;
    if (this.getAttribute("state") !== state) this.setAttribute("state", state);
  }

  /** Settles the promise by what the state is. */
  #settle() {
    if (this.#state === "idle" || this.#state === "loading") return;
    this.#outcome = this.#error;
    this.#answer();
  }

  /** Tells who has asked for the promise. */
  #answer() {
    if (this.#outcome) this.#ready?.reject(this.#outcome);
    else if (this.#outcome === null) this.#ready?.resolve(this);
  }

  /** A new promise for a new render. */
  #renew() {
    if (this.#outcome !== undefined) this.#ready = this.#outcome = undefined;
  }

  /**
   * @param {string} type
   * @param {object} [detail]
   * @param {boolean} [cancelable]
   * @returns {boolean} false when a listener prevented it
   */
  #tell(type, detail, cancelable = false) {
    return this.dispatchEvent(new CustomEvent(type, { detail, cancelable, bubbles: true, composed: true }));
  }

  get #eager() {
    return this.getAttribute("loading") === "eager";
  }

  /** @returns {Settings} */
  get #settings() {
    const attribute = (/** @type {string} */ name) => this.getAttribute(name) ?? undefined;
    return {
      layout: attribute("layout"),
      badges: attribute("badges"),
      share: attribute("share"),
      sections: attribute("sections"),
      headingLevel: attribute("heading-level"),
      hideEmpty: this.hideEmpty,
      lang: languageOf(this),
    };
  }

  /** What a page has set on the element before it was defined hides the accessors. */
  #rescueProperties() {
    const own = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (this));
    for (const name of PROPERTIES) {
      if (!Object.hasOwn(own, name)) continue;
      const value = own[name];
      delete own[name];
      own[name] = value;
    }
  }
}

for (const [name, absent] of Object.entries(DEFAULTS)) {
  Object.defineProperty(PublicationMetrics.prototype, propertyOf(name), {
    configurable: true,
    enumerable: true,
    /** @this {HTMLElement} */
    get() {
      return this.getAttribute(name) ?? absent;
    },
    /** @this {HTMLElement} @param {unknown} value */
    set(value) {
      if (value == null) this.removeAttribute(name);
      else this.setAttribute(name, String(value));
    },
  });
}

/** @param {unknown} thrown */
function toMetricsError(thrown) {
  if (thrown instanceof MetricsError) return thrown;
  const { code = "trap" } = /** @type {{ code?: MetricsErrorCode }} */ (thrown);
  let message = textOf(thrown);
  if (code === "not-a-publication") message = `The record is not a publication: ${message}`;
  return new MetricsError(code, message, thrown);
}
