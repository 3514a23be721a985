// Renders records by the package that is installed in the current folder, and holds them against what the command line
// writes: node render.mjs PROGRAM RECORD
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [program, file] = process.argv.slice(2);
const resolved = createRequire(join(process.cwd(), "package.json")).resolve("publication-metrics/render");
const { render, setWasmSource } = await import(pathToFileURL(resolved));
const record = JSON.parse(readFileSync(file, "utf8"));

/** Where two texts part, with what is around. */
function parting(one, other) {
  const at = [...one].findIndex((letter, place) => letter !== other[place]);
  return `${one.slice(Math.max(0, at - 80), at + 80)}\n!==\n${other.slice(Math.max(0, at - 80), at + 80)}`;
}

for (const lang of ["en", "en-US", "es", "es-MX", "ca", "gl", "eu", "pt", "fr", "de", "it", "ar"]) {
  for (const layout of ["badges", "card", "full"]) {
    const native = execFileSync(program, ["render", file, "--layout", layout, "--lang", lang], { encoding: "utf8" });
    const headingLevel = layout === "full" ? 2 : undefined;
    const html = await render(record, { layout, lang, headingLevel, onWarning: assert.fail });
    const line = html.replace(/[\n\r]/g, " ") + "\n";
    assert.ok(line === native, `${layout} in ${lang} is not what the command line writes: ${parting(line, native)}`);
  }
}

// The element has the attributes that were given, and nothing of them or of a record is markup.
const hostile = `"><script>alert(1)</script>`;
const warnings = [];
const html = await render(
  { title: `</script>${hostile}<!--`, doi: "10.1000/a", keywords: [hostile], citations: [{ source: hostile, count: "six" }] },
  { layout: "full", badges: ["citations", hostile], lang: hostile, theme: hostile, nonce: hostile, hideEmpty: true, onWarning: (it) => warnings.push(it) },
);
assert.equal(html.match(/<script/gi).length, 1, html);
assert.equal(html.match(/<\/script/gi).length, 1, html);
assert.ok(!html.includes("<!--") && html.includes(" hide-empty>"), html);
const inline = html.slice(html.indexOf(`<script type="application/json">`) + 32, html.indexOf("</script>"));
assert.equal(JSON.parse(inline).keywords[0], hostile);
assert.ok(warnings.includes(`citations[0].count: expected a number, found "six"`), String(warnings));
assert.equal(warnings.filter((it) => /^(lang|theme|badges)=/.test(it)).length, 3, String(warnings));

// A record of another service is written in our own dialect; at an address, it is not written.
const work = { id: "https://openalex.org/W1", doi: "https://doi.org/10.1000/b", display_name: "A work", cited_by_count: 7, type: "article" };
const translated = await render(work, { layout: "card" });
assert.ok(translated.includes("A work") && translated.includes(`"count":7`) && translated.includes(` format="native"`), translated);
const fetched = await render(work, { src: "work.json?a&b", loading: "eager" });
assert.ok(fetched.includes(` loading="eager" src="work.json?a&amp;b">`) && !fetched.includes("<script"), fetched);
const fragment = await render(work, { fragment: true });
assert.ok(fragment.startsWith(`<div class="widget"`) && !fragment.includes("<style"), fragment);

// What cannot be shown says why, and spoils nothing for the next.
const refused = (publication, options) => render(publication, options).then(assert.fail, ({ name, code, message }) => [name, code, message]);
assert.deepEqual(await refused({ doi: 5 }), [
  "MetricsError",
  "not-a-publication",
  `The record is not a publication: ${(await refused({ doi: 5 }))[2].split(": ").slice(1).join(": ")}`,
]);
assert.match((await refused({ doi: 5 }, { format: "native" }))[2], /doi: expected .*, found/);
assert.match((await refused(record, { format: "marc" }))[2], /format="marc" is unknown\. Known: /);
const round = {};
round.title = round;
assert.equal((await refused(round))[1], "not-a-publication");
setWasmSource(new URL("gone.wasm", pathToFileURL(resolved)));
assert.equal((await refused(record))[1], "wasm-unavailable");
setWasmSource(readFileSync(resolved.replace("render.js", "publication-metrics-render.wasm")));
const many = await Promise.all(Array.from({ length: 100 }, () => render(record)));
assert.equal(new Set(many).size, 1);
