/**
 * What the playground's switches stand at; undefined where it is the default.
 *
 * @typedef {object} Choice
 * @property {string} [layout]
 * @property {string} [theme]
 * @property {string} [lang]
 * @property {string} [dir]
 * @property {string} [badges]
 * @property {string} [share]
 * @property {boolean} hideEmpty
 */

/**
 * The attributes of a choice, in the order in which people read them.
 *
 * @param {Choice} choice
 * @returns {[name: string, value: string][]} an empty value for an attribute without one
 */
export function attributesOf({ layout, theme, lang, dir, badges, share, hideEmpty }) {
  const all = Object.entries({ layout, badges, share, theme, lang, dir, "hide-empty": hideEmpty ? "" : undefined });
  return all.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}

/**
 * The lines to paste into a page: the script, and the element.
 *
 * @param {{ script: string, record: { src: string } | { doi: string, source?: string } | { json: string }, choice: Choice }} what
 * @returns {string} HTML
 */
export function embedCode({ script, record, choice }) {
  const attributes = attributesOf(choice);
  if ("src" in record) attributes.unshift(["src", record.src]);
  if ("doi" in record) attributes.unshift(["doi", record.doi], ...(record.source ? [/** @type {[string, string]} */ (["source", record.source])] : []));
  const written = attributes.map(([name, value]) => (value ? ` ${name}="${escapeAttribute(value)}"` : ` ${name}`)).join("");
  // In JSON, `<` stands only in strings, where it may be escaped; so no record can end the script.
  const inside = "json" in record ? `<script type="application/json">${record.json.replaceAll("<", "\\u003c")}</script>` : "";
  return `<script type="module" src="${escapeAttribute(script)}"></script>\n<publication-metrics${written}>${inside}</publication-metrics>`;
}

/** @param {string} text */
const escapeAttribute = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
