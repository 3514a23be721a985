// What the bundler has not put beside what it made.
import { access, copyFile, readFile } from "node:fs/promises";

const { site } = JSON.parse(await readFile("package.json", "utf8"));
await copyFile("../shared/early.js", `${site}/early.js`);
await access(`${site}/index.html`).catch(() => copyFile("index.html", `${site}/index.html`));
