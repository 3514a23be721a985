const XHTML = "http://www.w3.org/1999/xhtml";
const SVG = "http://www.w3.org/2000/svg";

/** More shapes than this are of titles with markup of all kinds, and not worth their memory. */
const MOST = 200;

/**
 * What is copied for a shape, and its places: the number of the node in document order, and the attribute, or none for the node's own text.
 *
 * @typedef {{ root: Node, places: [number, string?][] }} Shape
 */

/** @type {Map<string, Shape>} */
const shapes = new Map();

/**
 * Nodes of a shape that many rows of a page share, by a copy of what the browser has made for the first one.
 *
 * @param {string} markup tags with attributes in single quotes, and text, with an asterisk in each place of a text
 * @param {string} texts in the order of the places, each with its end
 */
export function draw(markup, texts) {
  let shape = shapes.get(markup);
  if (!shape) {
    if (shapes.size > MOST) shapes.clear();
    shapes.set(markup, (shape = build(markup)));
  }
  const root = /** @type {Element} */ (shape.root.cloneNode(true));
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const values = texts.split("\0");
  let reached = 0;
  shape.places.forEach(([at, name], index) => {
    for (; reached < at; reached++) walker.nextNode();
    const node = /** @type {Element & Text} */ (walker.currentNode);
    const value = /** @type {string} */ (values[index]);
    if (name) node.setAttribute(name, value);
    else node.data = value;
  });
  return root;
}

/** @param {string} markup */
function build(markup) {
  /** @type {any} */
  let at = document.createDocumentFragment();
  const top = at;
  /** @type {Shape["places"]} */
  const places = [];
  let count = -1;
  for (const [text, end, name, attributes = "", empty] of markup.matchAll(/<(\/?)(\w*)(.*?)(\/?)>|\*|[^<*]+/g)) {
    if (name === undefined) {
      count++;
      if (text === "*") places.push([count]);
      at.append(text === "*" ? "" : text);
    } else if (end) {
      if (name) at = at.parentNode;
    } else if (name) {
      count++;
      const element = document.createElementNS(name === "svg" ? SVG : (at.namespaceURI ?? XHTML), name);
      for (const [, key = "", value = ""] of attributes.matchAll(/([\w-]+)='(.*?)'/g)) {
        if (value === "*") places.push([count, key]);
        else element.setAttribute(key, value);
      }
      at.append(element);
      if (!empty) at = element;
    }
  }
  return { root: top.firstChild, places };
}

/**
 * Gives an element what another has. Nodes of the same name stay, with the reader's focus, and only what differs in them is
 * touched.
 *
 * @param {Element} old
 * @param {Element} fresh
 */
export function redraw(old, fresh) {
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  const nodes = [...fresh.childNodes];
  let left = old.childNodes.length - nodes.length;
  nodes.forEach((node, index) => {
    // One more or less before it, such as that a publication is retracted, leaves the others in their places.
    for (; left > 0 && old.childNodes[index]?.nodeName !== node.nodeName; left--) old.childNodes[index]?.remove();
    const before = old.childNodes[index];
    if (before?.nodeName !== node.nodeName && left < 0) {
      old.insertBefore(node, before ?? null);
      left++;
    } else if (!before) old.append(node);
    else if (before.nodeName !== node.nodeName) before.replaceWith(node);
    else if (before instanceof Element) redraw(before, /** @type {Element} */ (node));
    else if (before.nodeValue !== node.nodeValue) before.nodeValue = node.nodeValue;
  });
  while (old.childNodes.length > nodes.length) old.lastChild?.remove();
}
