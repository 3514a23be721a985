// A page without a build: the package's files beside it, and an import map where it has a place for one.
import { createHash } from "node:crypto";
import { cp, readFile, readdir, writeFile } from "node:fs/promises";

const packaged = new URL("../node_modules/publication-metrics/", import.meta.url);
await cp(packaged, "dist/package", { recursive: true });
for (const name of ["early.js", "page.css", "plain.js", "records.js", "show.js"]) await cp(`../shared/${name}`, `dist/${name}`);

const imports = { "publication-metrics": "./package/index.js" };
/** @type {Record<string, string>} */
const integrity = {};
for (const file of await readdir(packaged, { recursive: true })) {
  if (!file.endsWith(".js")) continue;
  const hash = createHash("sha384").update(await readFile(new URL(file, packaged)));
  integrity[`./package/${file}`] = `sha384-${hash.digest("base64")}`;
}
const page = await readFile("index.html", "utf8");
const map = `<script type="importmap">${JSON.stringify({ imports, integrity })}</script>`;
await writeFile("dist/index.html", page.replace('<script type="importmap"></script>', () => map));
