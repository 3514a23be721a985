/** @param {Element} element @param {string} name without its `data-` */
export const option = (element, name) => element.getAttribute(`data-${name}`)?.trim() ?? "";

/** Vendors differ in whether the mere attribute is enough. @param {string | null} value */
export const isOn = (value) => value !== null && !/^\s*(false|0|no)\s*$/i.test(value);

/** @param {Element} element @param {string} name without its `data-` */
export const isSet = (element, name) => isOn(element.getAttribute(`data-${name}`));

/**
 * By the vendor's own name of a size.
 *
 * @param {string} name
 * @param {RegExp} small
 * @returns {"small" | "large" | ""}
 */
export const sizeOf = (name, small) => (small.test(name) ? "small" : /^(large|big)/.test(name) ? "large" : "");
