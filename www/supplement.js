/**
 * What a browser lacks of a language, from CLDR: Chromium has no dates, countries or lists in Galician and Basque, and a
 * page in one language must not borrow those of another.
 */

/**
 * @typedef {object} Supplement
 * @property {string} group what stands between thousands and hundreds
 * @property {string} year with `{y}` for the year
 * @property {{ month: string[], day: string[] }} short by month, with `{y}` and `{d}`
 * @property {{ month: string[], day: string[] }} long
 * @property {string} last what stands before the last of several things
 * @property {Record<string, string>} countries by the codes of ISO 3166-1, where they have another name than in Spanish
 */

/**
 * Gives a language to an object with the constructors of `Intl`, which the page's own stays out of.
 *
 * @param {typeof Intl} intl
 * @param {string} language a primary subtag
 * @param {Supplement} supplement
 */
export function supply(intl, language, supplement) {
  const constructors = /** @type {Record<string, any>} */ (/** @type {unknown} */ (intl));
  for (const [name, make] of Object.entries(formatters(supplement))) {
    const before = constructors[name];
    /** @param {string[]} locales @param {any} options */
    constructors[name] = function (locales, options) {
      return locales[0]?.split("-")[0] === language ? make(options) : new before(locales, options);
    };
  }
}

/** @param {Supplement} supplement */
const formatters = ({ group, year, short, long, last, countries }) => ({
  /** @param {Intl.NumberFormatOptions} options */
  NumberFormat(options) {
    const german = new Intl.NumberFormat("de", { maximumFractionDigits: options.maximumFractionDigits });
    // Neither language shortens thousands; millions they write as Spanish does.
    const spanish = new Intl.NumberFormat("es", options);
    return {
      format: (/** @type {number} */ value) =>
        options.notation === "compact" && value >= 1e6 ? spanish.format(value) : german.format(value).replaceAll(".", group),
    };
  },

  /** @param {Intl.DateTimeFormatOptions} options */
  DateTimeFormat({ month, day }) {
    const forms = month === "long" ? long : short;
    return {
      format(/** @type {number} */ time) {
        const date = new Date(time);
        const pattern = month ? forms[day ? "day" : "month"][date.getUTCMonth()] : year;
        return pattern?.replace("{y}", String(date.getUTCFullYear())).replace("{d}", String(date.getUTCDate()));
      },
    };
  },

  /** @param {Intl.PluralRulesOptions} options */
  PluralRules({ type }) {
    return type === "ordinal" ? { select: () => "other" } : new Intl.PluralRules("en");
  },

  /** @param {Intl.DisplayNamesOptions} options */
  DisplayNames(options) {
    const spanish = new Intl.DisplayNames("es", options);
    return { of: (/** @type {string} */ code) => countries[code] ?? spanish.of(code) };
  },

  ListFormat: () => ({
    format: (/** @type {string[]} */ items) => [items.slice(0, -1).join(", "), ...items.slice(-1)].filter(Boolean).join(last),
  }),
});
