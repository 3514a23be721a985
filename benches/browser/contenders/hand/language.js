/** Numbers, dates and plurals by the browser's `Intl`, whose formatters are kept: making one costs far more than using it. */

/** @type {Map<string, any>} */
const kept = new Map();

/** @template T @param {string} key @param {() => T} make @returns {T} */
function once(key, make) {
  let made = kept.get(key);
  if (!made) kept.set(key, (made = make()));
  return made;
}

/** English without a region is World English. @param {string} lang */
const locale = (lang) => (lang === "en" ? "en-001" : lang);

/** @param {number} value @param {string} lang @param {boolean} [short] */
export function number(value, lang, short = false) {
  const options = short ? { notation: /** @type {const} */ ("compact"), maximumFractionDigits: 1 } : {};
  return once(`number ${lang} ${short}`, () => new Intl.NumberFormat(locale(lang), options)).format(value);
}

/** @param {number} count @param {string} one the word for one, or `ordinal` for the category of a rank @param {string} other @param {string} lang */
export function plural(count, one, other, lang) {
  if (one === "ordinal") return once(`ordinal ${lang}`, () => new Intl.PluralRules(locale(lang), { type: "ordinal" })).select(count);
  return once(`plural ${lang}`, () => new Intl.PluralRules(locale(lang))).select(count) === "one" ? one : other;
}

/** @param {string | undefined} iso a year, a month or a day @param {"short" | "long"} month @param {string} lang */
export function date(iso, month, lang) {
  if (!iso) return undefined;
  const precision = iso.split("-").length;
  const options = { timeZone: "UTC", year: /** @type {const} */ ("numeric"), ...(precision > 1 && { month }), ...(precision > 2 && { day: /** @type {const} */ ("numeric") }) };
  return once(`date ${lang} ${month} ${precision}`, () => new Intl.DateTimeFormat(locale(lang), options)).format(Date.parse(iso));
}

/** @param {(string | undefined)[]} pieces */
export const joined = (pieces) => pieces.filter(Boolean).join("\u{a0}· ");
