/** Where the panel of an upgraded badge opens: at the side that the vendor's markup asks for, where there is room. */

/** @typedef {"top" | "bottom" | "left" | "right"} Side */

/** The side in the vendor's value, such as `hover-right`. @param {string} value @returns {Side} */
export const sideIn = (value) => /** @type {Side} */ (/(top|left|right)$/.exec(value)?.[1] ?? "bottom");

/** Between the badge and its panel, and between the panel and the window's edge, in pixels. */
const GAP = 8;

/** What a panel needs for its lines, in its own letters. */
const WIDTH = 19;

/**
 * The element puts its panels below, as wide as itself at most. Here it is often as narrow as one badge.
 *
 * @param {HTMLElement} widget
 * @param {Side} side
 */
export async function placePanels(widget, side) {
  await customElements.whenDefined(widget.localName);
  const observer = new MutationObserver((mutations) => {
    for (const target of new Set(mutations.map((it) => /** @type {HTMLElement} */ (it.target)))) {
      if (target.matches('[part~="panel"]:not([hidden])')) place(target, side);
    }
    // What is written here is no news.
    observer.takeRecords();
  });
  // However it is opened, and whenever the element has placed it.
  if (widget.shadowRoot) observer.observe(widget.shadowRoot, { subtree: true, attributeFilter: ["hidden", "style"] });
}

/**
 * @param {HTMLElement} panel
 * @param {Side} side
 */
function place(panel, side) {
  const row = panel.offsetParent?.getBoundingClientRect();
  if (!row) return;
  const { style } = panel;
  const { clientWidth } = document.documentElement;
  style.top = style.bottom = style.minInlineSize = style.maxInlineSize = "";
  const least = Math.min(WIDTH * parseFloat(getComputedStyle(panel).fontSize), clientWidth - 2 * GAP);
  if (panel.offsetWidth < least) style.minInlineSize = style.maxInlineSize = `${least}px`;
  const { width, height, left } = panel.getBoundingClientRect();
  const isAbove = side === "top" && row.top >= height + GAP;
  const isLeft = side === "left" && row.left >= width + 2 * GAP;
  const isRight = side === "right" && clientWidth - row.right >= width + 2 * GAP;
  const beside = `calc(100% + ${GAP}px)`;
  if (isAbove) Object.assign(style, { top: "auto", bottom: beside });
  if (isLeft || isRight) style.top = "0";
  // By the edge that is at the badge, so that it stays there when the panel grows.
  style.right = isLeft ? beside : "auto";
  style.left = isLeft ? "auto" : isRight ? beside : `${Math.max(GAP, Math.min(left, clientWidth - width - GAP)) - row.left}px`;
}
