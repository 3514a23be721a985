import { fetchLanguage, isFetched, teach } from "./catalogues.js";
import { runtimes } from "./runtime.js";
import { copy } from "./clipboard.js";
import { complain, textOf } from "./errors.js";
import { instantiate } from "./loader.js";
import { adoptStyles } from "./stylesheet.js";

/** @import { Guest, Instance } from "./runtime.js" */

/**
 * @typedef {object} Page what the widget tells the element
 * @property {(empty: boolean, warnings: string[]) => void} rendered after each render
 * @property {(error: unknown) => void} failed the fallback is back
 * @property {(target: string, url: string) => boolean} share false when the page prevents it
 */

/**
 * What a shadow root shows: the rendered record, or the fallback children as long as there is none.
 *
 * @implements {Guest}
 */
export class Widget {
  #page;
  #root;
  #mount = document.createElement("div");
  #fallback = document.createElement("slot");
  /** What a server has rendered, until it is rendered here. @type {ChildNode[]} */
  #prerendered;
  /** @type {unknown} */
  #record;
  /** @type {Settings} */
  #settings = { hideEmpty: false, lang: "en" };
  /** @type {{ instance: Instance, reading: Reading, warnings: string[], mounted: Mounted } | undefined} */
  #shown;
  /** The program that shows it. @type {keyof typeof runtimes} */
  #flavour = "badges";
  /** Whether the reader waits for what it takes to cite. */
  #isCiting = false;
  /** Ends the wait of whoever mounted. */
  #settled = () => {};

  /**
   * @param {ShadowRoot} root
   * @param {Page} page
   */
  constructor(root, page) {
    this.#page = page;
    this.#root = root;
    this.#prerendered = [...root.childNodes];
    root.append(this.#mount, this.#fallback);
    this.#showFallback();
  }

  get visible() {
    return Boolean(this.#shown);
  }

  /** @param {string} theme */
  set theme(theme) {
    this.#mount.dataset.theme = theme;
  }

  /**
   * An instance that can show what is wanted now, in the language wanted; whatever shows it already can show less as
   * well.
   *
   * @returns {Promise<Instance>}
   */
  async program() {
    if (this.#settings.layout?.trim() === "full") this.#become("full");
    const [instance] = await Promise.all([runtimes[this.#flavour].ready(), fetchLanguage(this.#settings.lang)]);
    return instance;
  }

  /**
   * @param {unknown} record parsed JSON
   * @param {AbortSignal} signal calls it off
   */
  async show(record, signal) {
    let instance;
    do {
      instance = await this.program();
      if (signal.aborted) return;
    } while (instance.dead);
    this.#record = record;
    runtimes[this.#flavour].guests.add(this);
    void this.mount(instance);
  }

  /**
   * How to show what is shown, and what will be.
   *
   * @param {Settings} settings
   * @returns {boolean} false where something has to be fetched first
   */
  update(settings) {
    const isSame = JSON.stringify(settings) === JSON.stringify(this.#settings) && isFetched(settings.lang);
    this.#settings = settings;
    const shown = this.#shown;
    if (isSame || !shown) return true;
    if ((settings.layout?.trim() === "full" && this.#flavour !== "full") || !isFetched(settings.lang)) return false;
    this.#attempt(shown.instance, () => {
      teach(shown.instance, settings.lang);
      shown.mounted.update(shown.reading, settings);
    });
    return true;
  }

  /** Takes the widget away and brings the fallback back. */
  clear() {
    runtimes[this.#flavour].guests.delete(this);
    const shown = this.#shown;
    this.lost();
    if (shown) {
      this.#attempt(shown.instance, () => {
        shown.mounted.unmount();
        shown.reading.free();
      });
    }
  }

  /** @param {keyof typeof runtimes} flavour */
  #become(flavour) {
    if (flavour === this.#flavour) return;
    this.clear();
    this.#flavour = flavour;
  }

  /** @param {Instance} instance */
  mount(instance) {
    return new Promise((/** @type {(value: void) => void} */ settled) => {
      this.#settled = settled;
      this.#attempt(instance, () => {
        adoptStyles(this.#root, instance.styles);
        teach(instance, this.#settings.lang);
        const reading = instance.glue.read(this.#record);
        const { warnings } = reading;
        const before = this.#shown;
        const mounted = before?.mounted ?? instance.glue.mount(this.#mount, reading, this.#settings, this.#shell(instance));
        this.#shown = { instance, reading, warnings, mounted };
        if (before) {
          mounted.update(reading, this.#settings);
          before.reading.free();
        }
      });
    });
  }

  lost() {
    this.#shown = undefined;
    this.#mount.replaceChildren();
    this.#showFallback();
  }

  /** @param {unknown} error */
  fail(error) {
    this.clear();
    this.#settled();
    this.#page.failed(error);
  }

  /**
   * Calls into the wasm. When it traps, the runtime comes back to this widget by itself; any other
   * exception is a failure of this record.
   *
   * @param {Instance} instance
   * @param {() => void} call
   */
  #attempt(instance, call) {
    try {
      call();
    } catch (error) {
      if (!instance.dead) this.fail(error);
    }
  }

  /**
   * @param {Instance} instance
   * @returns {Shell}
   */
  #shell({ extend }) {
    /** @type {Shell} */
    const shell = {
      complain,
      share: this.#page.share,
      // Without its icons the share panel is complete all the same: every entry has its name.
      icons: (arrived) => import("./share-icons.js").then(({ default: icons }) => arrived(icons), () => {}),
      hasSystemShare: "share" in navigator,
      // A reader who closes the sheet again has changed their mind, which is no error.
      shareWithSystem: (title, url) => navigator.share({ title, url }).catch(() => {}),
      copy: (text, field, copied) => copy(text, field).then(copied),
      isCiting: this.#isCiting,
      startCiting: (failed) =>
        this.#startCiting().catch((error) => {
          complain(textOf(error));
          failed();
        }),
      // Out of the renderer's stack: the page's listeners may do anything to the element.
      rendered: (empty) => queueMicrotask(() => this.#rendered(empty)),
    };
    return extend?.(shell, this.#root.host, () => this.#record, instantiate) ?? shell;
  }

  /** The program of whole pages, which can cite, shows the same in place of this one. */
  async #startCiting() {
    const shown = this.#shown;
    const instance = await runtimes.full.ready();
    if (shown !== this.#shown) return;
    this.#become("full");
    runtimes.full.guests.add(this);
    this.#isCiting = true;
    await this.mount(instance);
    this.#isCiting = false;
  }

  /** @param {boolean} empty */
  #rendered(empty) {
    if (!this.#shown) return;
    for (const node of this.#prerendered.splice(0)) node.remove();
    this.#fallback.hidden = true;
    this.#settled();
    this.#page.rendered(empty, this.#shown.warnings);
  }

  #showFallback() {
    this.#fallback.hidden = this.#prerendered.length > 0;
  }
}
