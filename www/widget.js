import { fetchLanguage, isFetched, prepareDates, teach } from "./catalogues.js";
import { runtimes } from "./runtime.js";
import { draw, redraw } from "./draw.js";
import { complain, textOf } from "./errors.js";
import { flavourFor, instantiate } from "./loader.js";
import { adoptStyles } from "./stylesheet.js";
import { inTime, turn } from "./turn.js";

/** @import { Guest, Instance } from "./runtime.js" */

/**
 * @typedef {object} Page what the widget tells the element
 * @property {(record: unknown, empty: boolean, warnings: string[]) => void} rendered after each render
 * @property {(error: unknown) => void} failed the fallback is back
 * @property {(target: string, url: string) => boolean} share false when the page prevents it
 */

/** How long a reader waits for a panel without being told of it, in milliseconds. */
const PATIENCE = 200;

/** How long reading a record takes that is shown in a task of its own, in milliseconds. */
const LONG = 10;

/**
 * What a shadow root shows: the rendered record, or the fallback children as long as there is none.
 *
 * @implements {Guest}
 * @implements {EventListenerObject}
 */
export class Widget {
  #page;
  #root;
  /** Where it is shown; most elements of a long page never need it. @type {HTMLElement | undefined} */
  #stage;
  #fallback = document.createElement("slot");
  #theme = "";
  /** What a server has rendered, until it is rendered here. @type {ChildNode[]} */
  #prerendered;
  /** @type {unknown} */
  #record;
  /** @type {Settings} */
  #settings = { hideEmpty: false, lang: "en" };
  /** @type {{ instance: Instance, record: unknown, reading: Reading, warnings: string[], shell: Shell, mounted: Mounted } | undefined} */
  #shown;
  /** The record that was read last. @type {Reading | undefined} */
  #reading;
  /** The program that shows it. @type {keyof typeof runtimes} */
  #flavour = "badges";
  /** The panel that the reader has asked for and this program does not have. @type {string | undefined} */
  #opening;
  /** End the waits of those who mounted: one whom another has overtaken waits for what the other shows. @type {(() => void)[]} */
  #waits = [];

  /**
   * @param {ShadowRoot} root
   * @param {Page} page
   */
  constructor(root, page) {
    this.#page = page;
    this.#root = root;
    this.#prerendered = [...root.childNodes];
    root.append(this.#fallback);
    this.#showFallback();
  }

  get #mount() {
    if (!this.#stage) {
      this.#stage = document.createElement("div");
      this.#stage.toggleAttribute("data-served", this.#prerendered.length > 0);
      // Touch screens know no pointing before a press.
      for (const event of ["click", "pointerover", "focusin"]) this.#stage.addEventListener(event, this);
    }
    return this.#stage;
  }

  get visible() {
    return Boolean(this.#shown);
  }

  /** @param {string} theme */
  set theme(theme) {
    if (theme === this.#theme) return;
    this.#theme = theme;
    if (this.#shown) this.#applyTheme();
  }

  #appear() {
    this.#fallback.before(this.#mount);
  }

  #applyTheme() {
    this.#mount.setAttribute("data-theme", this.#theme);
  }

  /**
   * An instance that can show what is wanted now, in the language wanted; whatever shows it already can show less as
   * well.
   *
   * @returns {Promise<Instance>}
   */
  async program() {
    if (flavourFor(this.#settings.layout) === "full") this.#become("full");
    const { lang } = this.#settings;
    const ready = Promise.all([runtimes[this.#flavour].ready(), fetchLanguage(lang)]);
    prepareDates(lang);
    return (await ready)[0];
  }

  /**
   * @param {unknown} record parsed JSON
   * @param {AbortSignal} signal calls it off
   */
  async show(record, signal) {
    let waits = true;
    while (waits && !signal.aborted) {
      const instance = await this.program();
      await turn(() => {
        // By its turn it may have become another's, or be to show what takes another: no program is to be given what another has made.
        if (signal.aborted || instance.dead || instance.flavour !== this.#flavour || !this.#has(this.#settings)) return;
        waits = false;
        this.#record = record;
        runtimes[this.#flavour].guests.add(this);
        return this.mount(instance);
      });
    }
  }

  /**
   * How to show what is shown, and what will be.
   *
   * @param {Settings} settings
   * @returns {boolean} false where something has to be fetched first
   */
  update(settings) {
    const before = this.#settings;
    const shown = this.#shown;
    this.#settings = settings;
    const has = this.#has(settings);
    // What waits for its turn looks once more what is wanted by then.
    if (!shown) return has || !this.#reading;
    if (has && JSON.stringify(settings) === JSON.stringify(before)) return true;
    if (!has) return false;
    this.#attempt(shown.instance, () => {
      teach(shown.instance, settings.lang);
      shown.mounted.update(shown.reading, settings);
    });
    return true;
  }

  /** Whether all is there that it takes to show this. @param {Settings} settings */
  #has({ layout, lang }) {
    return (this.#flavour === "full" || flavourFor(layout) !== "full") && isFetched(lang);
  }

  /** Takes the widget away and brings the fallback back. */
  clear() {
    runtimes[this.#flavour].dismiss(this);
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
      this.#waits.push(settled);
      this.#attempt(instance, () => {
        const begun = performance.now();
        const reading = (this.#reading = instance.glue.read(this.#record));
        if (performance.now() - begun < LONG) this.#put(instance, reading);
        // A record of thousands of authors is shown in a task of its own, unless something else is wanted by then.
        else {
          setTimeout(() => {
            if (this.#reading === reading) this.#attempt(instance, () => this.#put(instance, reading));
            else if (!instance.dead) reading.free();
          });
        }
      });
    });
  }

  /**
   * @param {Instance} instance
   * @param {Reading} reading
   */
  #put(instance, reading) {
    if (instance.styles) adoptStyles(this.#root, instance.styles);
    teach(instance, this.#settings.lang);
    const { warnings } = reading;
    const before = this.#shown;
    // Not before there is something to show: the browser would work out the styles of what is empty.
    this.#applyTheme();
    // What opens a panel measures where it is.
    if (this.#flavour === "full") this.#appear();
    const shell = before?.shell ?? this.#shell(instance);
    const mounted = before?.mounted ?? instance.glue.mount(this.#mount, reading, this.#settings, shell);
    this.#shown = { instance, record: this.#record, reading, warnings, shell, mounted };
    if (before) {
      mounted.update(reading, this.#settings);
      before.reading.free();
    }
  }

  lost() {
    this.#settle();
    this.#shown?.shell.lost?.();
    this.#shown = this.#reading = undefined;
    // With what is in it: a program that takes away what has gone already keeps what it is told of that for ever.
    this.#stage?.remove();
    this.#stage = undefined;
    this.#showFallback();
  }

  #settle() {
    for (const settled of this.#waits.splice(0)) settled();
  }

  /** @param {unknown} error */
  fail(error) {
    this.clear();
    this.#settle();
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
    const { tried } = instance;
    instance.tried = true;
    try {
      call();
    } catch (error) {
      if (!instance.dead) this.fail(error);
    }
    instance.tried = tried;
  }

  /**
   * @param {Instance} instance
   * @returns {Shell}
   */
  #shell({ extend }) {
    /** @type {Element | undefined} */
    let drawn;
    /** @type {Shell} */
    const shell = {
      complain,
      share: this.#page.share,
      opening: this.#opening,
      drawShape: (shape, texts) => {
        const fresh = draw(shape, texts);
        if (drawn) redraw(drawn, fresh);
        return (drawn ??= fresh);
      },
      // Out of the renderer's stack: the page's listeners may do anything to the element.
      rendered: (empty) =>
        Promise.resolve().then(() => {
          this.#settle();
          const shown = this.#shown;
          const tell = () => shown === this.#shown && this.#rendered(empty);
          if (this.#mount.parentNode) tell();
          else inTime(tell);
        }),
    };
    return extend?.(shell, this.#root.host, () => this.#record, instantiate) ?? shell;
  }

  /**
   * What the buttons of rows and cards open is in the program of whole pages: it is fetched when a reader points at one or
   * comes to it with the keyboard, so that it is there when one is pressed.
   *
   * @param {Event} event
   */
  handleEvent({ type, target }) {
    const button = this.#flavour === "badges" && /** @type {Element} */ (target).closest("[data-panel]");
    if (!button) return;
    // When the event is over, for what opens a panel is a click outside to whoever listens by then.
    if (type === "click") setTimeout(() => this.#open(/** @type {HTMLElement} */ (button)));
    else if (!(/** @type {any} */ (navigator).connection?.saveData)) runtimes.full.ready().catch(() => {});
  }

  /** @param {HTMLElement} button */
  async #open({ dataset: { panel } }) {
    if (this.#opening) return;
    this.#opening = panel;
    const record = this.#record;
    // An application may set the same record anew at every press; of another one the reader has asked for nothing.
    const wanted = () => this.#shown && this.#flavour === "badges" && alike(record, this.#record);
    // What stays in sight until the panel is there, which may take some frames.
    /** @type {Element | undefined} */
    let still;
    this.#say();
    const patience = setTimeout(() => wanted() && this.#say("preparing"), PATIENCE);
    try {
      let instance;
      do {
        await fetchLanguage(this.#settings.lang);
        instance = await runtimes.full.ready();
        // Meanwhile another language may be spoken, and the program be given back.
      } while (instance.dead || !isFetched(this.#settings.lang));
      if (!wanted()) return;
      const button = `[data-panel=${panel}]`;
      const hasFocus = this.#root.activeElement?.matches(button);
      still = /** @type {Element} */ (this.#mount.cloneNode(true));
      this.#mount.before(still);
      this.#become("full");
      this.#fallback.hidden = true;
      runtimes.full.guests.add(this);
      await this.mount(instance);
      if (hasFocus) /** @type {HTMLElement | null} */ (this.#mount.querySelector(button))?.focus();
    } catch (error) {
      complain(textOf(error));
      if (wanted()) this.#say("unavailable");
    } finally {
      clearTimeout(patience);
      still?.remove();
      this.#opening = undefined;
    }
  }

  /** Tells a reader how it stands with what was asked for. @param {string} [waiting] */
  #say(waiting) {
    const shown = this.#shown;
    if (shown && this.#flavour === "badges") this.#attempt(shown.instance, () => shown.mounted.update(shown.reading, { ...this.#settings, waiting }));
  }

  /** @param {boolean} empty */
  #rendered(empty) {
    if (!this.#shown) return;
    for (const node of this.#prerendered.splice(0)) node.remove();
    if (!this.#mount.parentNode) this.#appear();
    this.#fallback.hidden = true;
    this.#page.rendered(this.#shown.record, empty, this.#shown.warnings);
  }

  #showFallback() {
    this.#fallback.hidden = this.#prerendered.length > 0;
  }
}

/**
 * Whether two records say the same.
 *
 * @param {unknown} one
 * @param {unknown} other
 */
const alike = (one, other) => one === other || JSON.stringify(one) === JSON.stringify(other);
