/**
 * An attribute of the element, or what the page says for all of them.
 *
 * @param {Element} element
 * @param {string} name
 */
export const settingOf = (element, name) =>
  (element.getAttribute(name) ?? document.querySelector(`meta[name="publication-metrics:${name}" i]`)?.getAttribute("content") ?? "").trim();
