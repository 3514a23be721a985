/** What the lightness of text is at most, by the way that a colour is written, and the place of its numbers. */
const LIGHTEST = { rgb: 255, color: 1, lab: 100, lch: 100, oklab: 1, oklch: 1 };

/** The colour that was judged last: the text of a page is of few. */
let last = { color: "", isLight: false };

/**
 * The theme for an element: as its attribute says, else the page's own, which is dark where its text
 * is light. Not the system's, for most pages have one design and stay light at night, and a dark
 * widget on them could not be read.
 *
 * @param {Element} element that has no colour of its own
 * @returns {"light" | "dark" | "mono"}
 */
export function themeOf(element) {
  const theme = element.getAttribute("theme");
  if (theme === "light" || theme === "dark" || theme === "mono") return theme;
  const { color } = getComputedStyle(element);
  if (color !== last.color) last = { color, isLight: isLight(color) };
  return last.isLight ? "dark" : "light";
}

/** @param {string} color as computed: `rgb(27, 31, 36)`, `oklch(0.2 0.01 250)`, `color(srgb 0.1 0.1 0.1)` */
function isLight(color) {
  const [, name = "", list = ""] = /^(\w+)\((?:[a-z][\w-]* )?(.*)\)$/.exec(color) ?? [];
  const [first = 0, second = 0, third = 0] = list.split(/[ ,/]+/).map(parseFloat);
  const isRgb = name.startsWith("rgb") || name === "color";
  const lightness = isRgb ? 0.3 * first + 0.59 * second + 0.11 * third : first;
  return lightness > 0.6 * (LIGHTEST[/** @type {keyof typeof LIGHTEST} */ (name)] ?? 255);
}
