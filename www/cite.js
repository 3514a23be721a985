/*! The styles and locales in publication-metrics-references.wasm: the Citation Style Language project, CC BY-SA 3.0 */
/**
 * References and exports of a record, and its QR code: what only some readers ask for, and fetched when they do.
 */
import exportsGlue from "./glue-exports.js";
import referencesGlue from "./glue-references.js";
import { start, untrapped } from "./program.js";

/** @import { Instantiate } from "./program.js" */

/**
 * @typedef {object} Cited
 * @property {string} shown what the widget shows: a reference with inline markup, the text of a file, a path to draw
 * @property {string} text to be copied
 * @property {string} [html] to be copied where the target takes it
 * @property {{ name: string, type: string, content: string }} file to be saved
 */

/** The instances that serve every widget of the page. @type {{ exports?: Promise<ExportsGlue>, references?: Promise<ReferencesGlue> }} */
const running = {};

/**
 * @param {string} wanted `bibtex`, `ris`, `csl-json`, `qr`, or the name of a style
 * @param {unknown} record parsed JSON
 * @param {string} language of the page, as a BCP 47 tag
 * @param {Instantiate} instantiate
 * @returns {Promise<Cited>}
 */
export const cite = (wanted, record, language, instantiate) =>
  // Whatever went wrong, the next one who asks begins anew.
  untrapped(() => write(wanted, record, language, instantiate), () => {
    delete running.exports;
    delete running.references;
  });

/**
 * @param {string} wanted
 * @param {unknown} record
 * @param {string} language
 * @param {Instantiate} instantiate
 * @returns {Promise<Cited>}
 */
async function write(wanted, record, language, instantiate) {
  const { Exports } = await (running.exports ??= start("exports", exportsGlue(), () => new URL("./publication-metrics-exports.wasm", import.meta.url), instantiate));
  const exports = new Exports(record);
  try {
    const stem = exports.fileStem();
    const file = exports.file(wanted);
    if (file) return ofFile(stem, file);
    if (wanted === "qr") return ofCode(stem, exports.qr());
    const { reference } = await (running.references ??= start("references", referencesGlue(), () => new URL("./publication-metrics-references.wasm", import.meta.url), instantiate));
    const [csl = "[]"] = exports.file("csl-json") ?? [];
    const [item] = JSON.parse(csl);
    return ofReference(stem, wanted, reference(item, wanted, language));
  } finally {
    exports.free();
  }
}

/**
 * @param {string} stem
 * @param {string[]} file
 * @returns {Cited}
 */
function ofFile(stem, [content = "", extension = "", type = ""]) {
  return { shown: content, text: content, file: { name: `${stem}.${extension}`, type, content } };
}

/**
 * @param {string} stem
 * @param {string[] | undefined} code
 * @returns {Cited}
 */
function ofCode(stem, code) {
  if (!code) throw new Error("the link is too long for a QR code");
  const [size, path] = code;
  // The standard asks for dark on light, whatever is around it.
  const content = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>\n`;
  return { shown: `${size} ${path}`, text: content, file: { name: `${stem}-qr.svg`, type: "image/svg+xml", content } };
}

/**
 * @param {string} stem
 * @param {string} style
 * @param {string[]} reference
 * @returns {Cited}
 */
function ofReference(stem, style, [html = "", text = ""]) {
  return { shown: html, text, html, file: { name: `${stem}-${style}.txt`, type: "text/plain", content: `${text}\n` } };
}
