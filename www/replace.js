/** Moving in: the badges of vendors become `<publication-metrics>` where they stand, now and later. */
import { complain } from "./errors.js";
import { upgrade, upgradeOf } from "./replace/upgrade.js";
import { VENDORS } from "./replace/vendors.js";

/** @import { Vendor } from "./replace/vendors.js" */

/** What of the script's `data-` attributes goes to every element. */
const ATTRIBUTES =
  "src source layout badges share lang theme loading hide-empty sections heading-level messages format endpoint mailto cache cache-max-age timeout".split(" ");

/** What the scripts of this page have asked for. @type {Set<string>} */
const asked = new Set();

/**
 * What `embed.js` is asked for by its attributes; once, for navigation within the page may run the same tag again and again.
 *
 * @param {HTMLScriptElement} script
 */
export function replaceFor(script) {
  const given = ATTRIBUTES.flatMap((name) => {
    const value = script.getAttribute(`data-${name}`);
    return value === null ? [] : [[name, value]];
  });
  const key = JSON.stringify([script.dataset.replace, given]);
  if (asked.has(key)) return;
  asked.add(key);
  replaceBadges(script.dataset.replace ?? "", document, Object.fromEntries(given));
}

/**
 * @param {string | Iterable<string>} names of vendors
 * @param {Document | DocumentFragment | Element} root
 * @param {Record<string, string>} attributes of every element
 * @returns {() => void} ends the watching
 */
export function replaceBadges(names, root = document, attributes = {}) {
  const vendors = vendorsOf(names);
  if (!vendors.length) return () => {};
  const selector = vendors.map((vendor) => vendor.selector).join();
  const consider = (/** @type {Element} */ element) => {
    const vendor = vendors.find((it) => element.matches(it.selector));
    if (vendor) upgrade(element, vendor, attributes);
  };
  const search = (/** @type {ParentNode} */ within) => {
    for (const element of within.querySelectorAll(selector)) consider(element);
  };
  const observer = new MutationObserver((mutations) => {
    for (const { type, target, addedNodes } of mutations) {
      if (type === "attributes") consider(/** @type {Element} */ (target));
      for (const node of addedNodes) {
        // The parser, or the vendor's own script, goes on with what is upgraded already.
        upgradeOf(target)?.keep(node);
        if (!(node instanceof Element) || !node.isConnected) continue;
        consider(node);
        search(node);
      }
    }
  });
  observer.observe(root, {
    childList: true,
    subtree: true,
    attributeFilter: ["class", ...new Set(vendors.flatMap((vendor) => vendor.attributes))],
  });
  search(root);
  return () => observer.disconnect();
}

/** @param {string | Iterable<string>} names @returns {Vendor[]} */
function vendorsOf(names) {
  const wanted = typeof names === "string" ? names.toLowerCase().split(/[\s,]+/).filter(Boolean) : [...names];
  return [...new Set(wanted)].flatMap((name) => {
    const vendor = VENDORS.find((it) => it.name === name);
    if (!vendor) complain(`data-replace: "${name}" is unknown and left out. Known: ${VENDORS.map((it) => it.name).join(", ")}.`);
    return vendor ?? [];
  });
}
