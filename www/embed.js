// For `<script async src="embed.js">`, where a template allows no modules.
// The address is taken while the script runs, later it is unknown; and it is not left to `import()`
// to resolve, which cannot for a script of another origin.
const script = /** @type {HTMLScriptElement} */ (document.currentScript);
const load = (/** @type {string} */ name) => import(new URL(`publication-metrics${name}.js`, script.src).href);

// Where the page has markup of others, and says whose: that is then upgraded where it stands.
Promise.all([load(""), script.dataset.replace && load("-replace")])
  .then(([, replace]) => replace && replace.replaceFor(script))
  .catch((error) => {
    const detail = {
      code: location.protocol === "file:" ? "file-protocol" : "wasm-unavailable",
      message: `The script beside ${script.src} could not be loaded (${error.message}). Serve it from a web server as JavaScript, with CORS.`,
    };
    console.warn(`publication-metrics: ${detail.message}`);
    // No element is there to do it itself, and what comes after this script may not be parsed yet.
    const tell = () =>
      document.querySelectorAll("publication-metrics:not(:defined)").forEach((element) =>
        element.dispatchEvent(new CustomEvent("metrics-error", { detail, bubbles: true, composed: true })),
      );
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", tell);
    else tell();
  });
