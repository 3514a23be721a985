// What the bundler has not put beside what it made.
import { access, copyFile, readFile } from "node:fs/promises";

const { site } = JSON.parse(await readFile("package.json", "utf8"));
for (const name of ["early.js", "page.css"]) await copyFile(`../shared/${name}`, `${site}/${name}`);
await access(`${site}/index.html`).catch(() => copyFile("index.html", `${site}/index.html`));
