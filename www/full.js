/** What the whole page needs beside its wasm, fetched with it. */
import { copy as copyField } from "./clipboard.js";
import beyond from "./glue-full.js";
import { announce } from "./zotero.js";

import page from "./page.css";
import panels from "./panels.css";

/** @import { Cited } from "./cite.js" */
/** @import { Instantiate } from "./program.js" */

/** The styles of panels and whole pages. */
export const styles = panels + page;

/**
 * The glue of a whole page.
 *
 * @param {Glue} glue that of badges
 * @param {typeof Intl} intl
 * @returns {Glue}
 */
export function complete(glue, intl) {
  const more = beyond(intl);
  return {
    ...glue,
    ...more,
    __wbg_set_wasm(exports) {
      glue.__wbg_set_wasm(exports);
      more.__wbg_set_wasm(exports);
    },
  };
}

/**
 * What a whole page asks of its element, beside what badges do.
 *
 * @param {Shell} shell that of badges
 * @param {Element} element
 * @param {() => unknown} record as it is shown now
 * @param {Instantiate} instantiate
 * @returns {PanelShell}
 */
export function extend(shell, element, record, instantiate) {
  /** What the reader was shown last. @type {Cited | undefined} */
  let cited;
  let asked = 0;
  const gone = new AbortController();
  return {
    ...shell,
    // Without its icons the share panel is complete all the same: every entry has its name.
    icons: (arrived) => import("./share-icons.js").then(({ default: icons }) => arrived(icons), () => {}),
    hasSystemShare: "share" in navigator,
    // A reader who closes the sheet again has changed their mind, which is no error.
    shareWithSystem: (title, url) => navigator.share({ title, url }).catch(() => {}),
    copy: (text, field, copied) => copyField(text, field).then(copied),
    cite(wanted, language, arrived) {
      const question = ++asked;
      import("./publication-metrics-cite.js")
        .then(({ cite }) => cite(wanted, record(), language, instantiate))
        .then(
          (answer) => {
            if (question === asked) cited = answer;
            arrived(answer.shown);
          },
          (error) => {
            shell.complain(`No ${wanted} of the publication could be had: ${error.message}`);
            arrived();
          },
        );
    },
    copyCited(shown, copied) {
      if (cited) copy(cited, shown).then(copied);
    },
    saveCited() {
      if (cited) save(cited.file);
    },
    page: {
      addEventListener: (type, /** @type {any} */ listener, options) =>
        document.addEventListener(type, listener, { .../** @type {object} */ (options), signal: gone.signal }),
      removeEventListener: (type, /** @type {any} */ listener, options) => document.removeEventListener(type, listener, options),
    },
    announce: (context) => announce(element, context),
    lost() {
      gone.abort();
      announce(element, "");
    },
  };
}

/**
 * Copies with its markup where the clipboard takes that, else as text; else what is shown is selected, for the reader
 * to copy.
 *
 * @param {Cited} cited
 * @param {HTMLElement} shown
 * @returns {Promise<boolean>} whether it is in the clipboard
 */
async function copy({ text, html }, shown) {
  try {
    if (html && globalThis.ClipboardItem) {
      const blob = (/** @type {string} */ content, /** @type {string} */ type) => new Blob([content], { type });
      const forms = { "text/plain": blob(text, "text/plain"), "text/html": blob(html, "text/html") };
      await navigator.clipboard.write([new ClipboardItem(forms)]);
    } else {
      await navigator.clipboard.writeText(text);
    }
    return true;
  } catch {
    shown.focus();
    getSelection()?.selectAllChildren(shown);
    return document.execCommand("copy");
  }
}

/**
 * Gives the reader a file, made here.
 *
 * @param {Cited["file"]} file
 */
function save({ name, type, content }) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun when the task ends, in every engine.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
