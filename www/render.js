// For `import { render } from "publication-metrics/render"`: records as HTML, on servers.
import { fetchLanguage, teach } from "./catalogues.js";
import { MetricsError, textOf } from "./errors.js";
import { untrapped } from "./program.js";
import { snapshot } from "./record.js";
import { forget, started } from "./renderer.js";

export { setMessages } from "./catalogues.js";
export { setWasmSource } from "./renderer.js";

/** @import { RenderOptions } from "./render.js" */

/** The values of the attributes that the styles and the script read, the first one where there is none. */
const KEYWORDS = { theme: ["auto", "light", "dark", "mono"], loading: ["lazy", "eager"] };

/**
 * @param {unknown} publication
 * @param {RenderOptions} [options]
 * @returns {Promise<string>}
 */
export async function render(publication, options = {}) {
  const warn = options.onWarning ?? (() => {});
  const record = JSON.stringify(snapshot(publication));
  const rendering = renderingOf(options, warn);
  const { html, warnings } = await written(record, rendering).catch(refuse);
  warnings.forEach(warn);
  return html;
}

/**
 * @param {string} record
 * @param {Rendering} rendering
 */
const written = (record, rendering) =>
  untrapped(
    async () => {
      const [renderer] = await Promise.all([started(), fetchLanguage(rendering.lang)]);
      teach(renderer, rendering.lang);
      const rendered = renderer.glue.render(record, rendering);
      const { html, warnings } = rendered;
      rendered.free();
      return { html, warnings };
    },
    // A record that is refused leaves the program as it was.
    (error) => codeOf(error) === "not-a-publication" || forget(),
  );

/**
 * @param {RenderOptions} options
 * @param {(warning: string) => void} warn
 * @returns {Rendering}
 */
function renderingOf(options, warn) {
  const { layout, badges, share, sections, headingLevel, hideEmpty, lang, theme, loading, nonce, src, format, fragment } = options;
  return {
    layout: given(layout),
    badges: given(badges),
    share: given(share),
    sections: given(sections),
    headingLevel: given(headingLevel),
    hideEmpty: Boolean(hideEmpty),
    lang: tagOf(lang, warn),
    theme: keyword("theme", theme, warn) ?? "auto",
    loading: keyword("loading", loading, warn),
    nonce: given(nonce),
    src: given(src),
    format: given(format),
    fragment: Boolean(fragment),
  };
}

/** An option as an attribute has it: lists may be arrays. @param {unknown} value */
const given = (value) => (value == null ? undefined : Array.isArray(value) ? value.join(" ") : String(value));

/**
 * @param {keyof typeof KEYWORDS} name
 * @param {unknown} value
 * @param {(warning: string) => void} warn
 */
function keyword(name, value, warn) {
  const word = given(value);
  const known = KEYWORDS[name];
  if (word === undefined || known.includes(word)) return word;
  warn(`${name}="${word}" is unknown, "${known[0]}" is used. Known: ${known.join(", ")}.`);
  return undefined;
}

/**
 * What is shown is said in a language by name, for a page's own may be another one.
 *
 * @param {unknown} lang
 * @param {(warning: string) => void} warn
 */
function tagOf(lang, warn) {
  try {
    return Intl.getCanonicalLocales(given(lang) || "en")[0] ?? "en";
  } catch {
    warn(`lang="${lang}" is no language tag of BCP 47, "en" is used.`);
    return "en";
  }
}

/** @param {unknown} error */
const codeOf = (error) => /** @type {{ code?: unknown } | null | undefined} */ (error)?.code;

/**
 * @param {unknown} error
 * @returns {never}
 */
function refuse(error) {
  if (error instanceof MetricsError) throw error;
  if (codeOf(error) === "not-a-publication") {
    throw new MetricsError("not-a-publication", `The record is not a publication: ${textOf(error)}`, error);
  }
  throw new MetricsError("trap", `The program stopped on this record (${textOf(error)}). Please report it with the record.`, error);
}
