// For `<script async src="embed.js">`, where a template allows no modules.
// The address is taken while the script runs, later it is unknown; and it is not left to `import()`
// to resolve, which cannot for a script of another origin.
const script = /** @type {HTMLScriptElement} */ (document.currentScript);
const load = (/** @type {string} */ name) =>
  import(new URL(`publication-metrics${name}.js`, script.src).href).catch((error) =>
    console.warn(
      location.protocol === "file:"
        ? "publication-metrics: a page opened from a file cannot load the widget; serve the folder with any web server."
        : `publication-metrics: publication-metrics${name}.js could not be loaded from beside embed.js (${error.message}).`,
    ),
  );
load("");
// Where the page has markup of others, and says whose: that is then upgraded where it stands.
if (script.dataset.replace) load("-replace").then((replace) => replace?.replaceFor(script));
