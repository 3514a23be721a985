// For `<script async src="embed.js">`, where a template allows no modules.
// The address is taken while the script runs, later it is unknown; and it is not left to `import()`
// to resolve, which cannot for a script of another origin.
import(new URL("publication-metrics.js", /** @type {HTMLScriptElement} */ (document.currentScript).src).href).catch((error) =>
  console.warn(
    location.protocol === "file:"
      ? "publication-metrics: a page opened from a file cannot load the widget; serve the folder with any web server."
      : `publication-metrics: publication-metrics.js could not be loaded from beside embed.js (${error.message}).`,
  ),
);
