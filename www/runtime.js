import badges from "./glue.js";
import { intl } from "./catalogues.js";
import { Deferred } from "./deferred.js";
import { MetricsError, complain, missing } from "./errors.js";
import { instantiate, loadModule } from "./loader.js";

/** @import { Flavour } from "./loader.js" */

/**
 * @typedef {object} Instance
 * @property {Flavour} flavour what it can show
 * @property {Glue} glue
 * @property {string} [styles] that what it renders needs beside the common ones
 * @property {typeof import("./full.js").extend} [extend] what it asks of an element beside what badges do
 * @property {Map<string, string>} languages that it has learned, with their messages
 * @property {boolean} tried whoever calls it now wants to know of a trap; else it was called by an event or in a task of its own
 * @property {boolean} dead a trap has ended it, or it was dropped: nothing may be called any more
 * @property {Promise<void>} death resolves when a trap ends it
 */

/**
 * An element that has, or is about to have, something mounted.
 *
 * @typedef {object} Guest
 * @property {(instance: Instance) => Promise<void>} mount resolves when it shows, or has failed by itself
 * @property {() => void} lost the instance is dead, and what was mounted with it
 * @property {(error: unknown) => void} fail
 */

/** How long an instance without guests is kept for the next one, in milliseconds: who navigates is not through at once. */
const AFTERGLOW = 1000;

/**
 * One wasm instance serves every element of the page that its flavour is enough for. A trap (a bug, a
 * stack overflow) ends it for all of them; a fresh one then takes them back one at a time, so that
 * the element whose record traps again is found, and left out.
 */
class Runtime {
  #flavour;
  /**
   * Traps that no element could be found guilty of, until the widgets of the page give up: a trap
   * that comes back by itself, some time after a render, must not start instances for ever.
   */
  #patience = 8;
  /** Who is to be admitted before the first call into the instance, so that a trap in it finds its element. @type {Set<Guest>} */
  guests = new Set();
  /** @type {Promise<Instance> | undefined} */
  #current;
  /** @type {Promise<void> | undefined} */
  #recovery;

  /** @param {Flavour} flavour */
  constructor(flavour) {
    this.#flavour = flavour;
  }

  /**
   * The instance to mount with.
   *
   * @returns {Promise<Instance>}
   */
  async ready() {
    // The module is asked for at once, also while a recovery goes on.
    await loadModule(this.#flavour);
    while (this.#recovery) await this.#recovery;
    return this.#instance();
  }

  /** @returns {Promise<Instance>} */
  #instance() {
    return (this.#current ??= this.#start().catch((error) => {
      this.#current = undefined;
      throw error;
    }));
  }

  /** @returns {Promise<Instance>} */
  async #start() {
    const { complete, styles, extend } = this.#flavour === "full" ? await whole() : none;
    const common = badges(intl);
    const fresh = complete?.(common, intl) ?? common;
    const { exports } = await instantiate(this.#flavour, { "": /** @type {any} */ (fresh) });
    /** @type {Deferred<void>} */
    const death = new Deferred();
    /** @type {Instance} */
    const made = { flavour: this.#flavour, glue: fresh, styles, extend, languages: new Map(), tried: true, dead: false, death: death.promise };
    const guarded = guard(exports, made, () => {
      made.dead = true;
      this.#current = undefined;
      death.resolve();
      this.#recovery ??= this.#recover().finally(() => (this.#recovery = undefined));
    });
    fresh.__wbg_set_wasm(guarded);
    /** @type {() => void} */ (guarded.__wbindgen_start)();
    made.tried = false;
    return made;
  }

  /**
   * Lets a guest go. The memory of a program only grows: after the last one it is given back, with the instance.
   *
   * @param {Guest} guest
   */
  dismiss(guest) {
    if (this.guests.delete(guest) && !this.guests.size) {
      const current = this.#current;
      setTimeout(() => {
        // One that was begun since is for those who are about to come.
        if (this.guests.size || this.#recovery || current !== this.#current) return;
        // Who has it and is no guest yet begins anew, or it would be shown by one instance what another has read.
        current?.then((instance) => (instance.dead = true), () => {});
        this.#current = undefined;
      }, AFTERGLOW);
    }
  }

  /** Takes the guests back one at a time. */
  async #recover() {
    const { guests } = this;
    const waiting = new Set(guests);
    for (const guest of waiting) guest.lost();
    /** @type {Set<Guest>} */
    const shown = new Set();
    let guilty = 0;
    try {
      if (!this.#patience) throw trapped("The widgets of this page stopped again and again");
      // A set takes in more while it is gone through, so that this ends when no one waits.
      for (const guest of waiting) {
        waiting.delete(guest);
        const fresh = await this.#instance();
        if (!guests.has(guest)) continue; // It has left the page meanwhile, or needs another program now.
        await Promise.race([fresh.death, guest.mount(fresh)]);
        await new Promise((resolve) => setTimeout(resolve)); // What an effect does comes after the render.
        shown.add(guest);
        if (!fresh.dead) continue;
        guilty++;
        for (const other of shown) other.lost();
        guest.fail(trapped("The widget stopped on this record"));
        shown.delete(guest);
        for (const other of shown) waiting.add(other);
        shown.clear();
      }
      if (!guilty) {
        this.#patience--;
        complain(trapped("The widgets of this page stopped, and began anew").message);
      }
    } catch (error) {
      for (const guest of guests) {
        guest.lost();
        guest.fail(error);
      }
    }
  }
}

/** By what they can show. */
export const runtimes = { badges: new Runtime("badges"), full: new Runtime("full") };

/** What badges need beside. @type {Partial<Awaited<ReturnType<typeof whole>>>} */
const none = {};

/** What the whole page needs beside its wasm. */
const whole = () => import("./publication-metrics-full.js").catch(missing("publication-metrics-full.js"));

/**
 * The exports, each function watched: what leaves one as an exception is a trap, for errors that
 * the code means to throw are thrown by the glue, outside. Of a dead instance listeners and timers
 * may be left; they call into nothing. Where nobody tries the call, the trap is no error of the page's.
 *
 * @param {WebAssembly.Exports} exports
 * @param {Instance} instance
 * @param {() => void} onTrap
 * @returns {Record<string, unknown>}
 */
function guard(exports, instance, onTrap) {
  /** @type {Record<string, unknown>} */
  const guarded = {};
  for (const [name, value] of Object.entries(exports)) {
    guarded[name] =
      typeof value !== "function"
        ? value
        : (/** @type {unknown[]} */ ...args) => {
            // Some results are taken apart by the glue.
            if (instance.dead) return [];
            try {
              return value(...args);
            } catch (error) {
              if (!instance.dead) onTrap();
              if (instance.tried) throw error;
              return [];
            }
          };
  }
  return guarded;
}

/** @param {string} what */
const trapped = (what) => new MetricsError("trap", `${what}. Please report it with the record and the browser's name.`);
