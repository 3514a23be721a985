import { elementById } from "./element-by-id.js";
import { attributesOf, embedCode } from "./embed-code.js";
import { EXAMPLES } from "./examples.js";

/** @import { Choice } from "./embed-code.js" */

/** How long the writer must have paused before the widget follows. */
const PAUSE_MS = 150;
const SAMPLE = "her2-review.json";

/**
 * The record in the text field, the switches, and the widget that follows both.
 *
 * @returns {Promise<{ take(record: string): void }>} `take` puts another record into the field
 */
export async function startPlayground() {
  const field = elementById("record", HTMLTextAreaElement);
  const verdict = elementById("verdict", HTMLElement);
  const stage = elementById("stage", HTMLElement);
  const form = elementById("switches", HTMLFormElement);
  const code = elementById("choice", HTMLElement);
  const file = elementById("file", HTMLInputElement);
  const example = elementById("example", HTMLSelectElement);
  const preview = /** @type {HTMLElementTagNameMap["publication-metrics"]} */ (elementById("preview", HTMLElement));
  const sample = await (await fetch(SAMPLE)).text();

  preview.addEventListener("metrics-load", ({ detail }) => judge(verdict, detail.warnings));
  preview.addEventListener("metrics-error", ({ detail }) => judge(verdict, [detail.message], "fault"));

  const followRecord = () => {
    try {
      preview.publication = JSON.parse(field.value);
    } catch (error) {
      judge(verdict, [/** @type {Error} */ (error).message], "fault");
    }
    followSwitches();
  };

  const followSwitches = () => {
    const choice = choiceOf(new FormData(form), form);
    for (const name of ["layout", "theme", "lang", "dir", "badges", "share", "hide-empty"]) preview.removeAttribute(name);
    for (const [name, value] of attributesOf(choice)) preview.setAttribute(name, value);
    stage.dir = choice.dir ?? "";
    stage.dataset.theme = choice.theme ?? "auto";
    code.textContent = embedCode({
      script: new URL("publication-metrics.js", document.baseURI).href,
      record: recordFor(field.value, sample),
      choice,
    });
  };

  /** @param {string} record */
  const take = (record) => {
    field.value = record;
    field.scrollTop = 0;
    example.selectedIndex = records.indexOf(record);
    followRecord();
  };

  const records = [sample];
  for (const [name, record] of EXAMPLES) {
    records.push(JSON.stringify(record, null, 2));
    example.add(new Option(name));
  }
  example.addEventListener("change", () => take(records[example.selectedIndex] ?? sample));

  let pause = 0;
  field.addEventListener("input", () => {
    clearTimeout(pause);
    pause = window.setTimeout(followRecord, PAUSE_MS);
  });
  form.addEventListener("input", followSwitches);
  elementById("reset", HTMLButtonElement).addEventListener("click", () => {
    form.reset();
    take(sample);
  });
  file.addEventListener("change", async () => {
    const [chosen] = file.files ?? [];
    if (chosen) take(await chosen.text());
    file.value = "";
  });
  acceptDrops(field, take);
  take(sample);
  return { take };
}

/**
 * @param {FormData} data
 * @param {HTMLFormElement} form
 * @returns {Choice}
 */
function choiceOf(data, form) {
  const one = (/** @type {string} */ name, /** @type {string} */ usual) => {
    const value = String(data.get(name) ?? usual);
    return value === usual ? undefined : value;
  };
  const some = (/** @type {string} */ name) => {
    const chosen = data.getAll(name).map(String);
    return chosen.length === form.querySelectorAll(`input[name="${name}"]`).length ? undefined : chosen.join(" ");
  };
  return {
    layout: one("layout", "badges"),
    theme: one("theme", "auto"),
    lang: one("lang", ""),
    dir: one("dir", "ltr"),
    badges: some("badges"),
    share: some("share") === "" ? "none" : some("share"),
    hideEmpty: data.has("hide-empty"),
  };
}

/**
 * The sample by its address; a record of the writer's own goes into the page.
 *
 * @param {string} text
 * @param {string} sample
 * @returns {{ src: string } | { json: string }}
 */
function recordFor(text, sample) {
  if (text === sample) return { src: new URL(SAMPLE, document.baseURI).href };
  try {
    return { json: JSON.stringify(JSON.parse(text)) };
  } catch {
    return { src: "record.json" };
  }
}

/**
 * @param {HTMLElement} verdict
 * @param {string[]} remarks
 * @param {"fault" | "warning"} [kind]
 */
function judge(verdict, remarks, kind = "warning") {
  verdict.dataset.kind = remarks.length ? kind : "fine";
  const list = document.createElement("ul");
  list.append(
    ...remarks.map((remark) => {
      const item = document.createElement("li");
      item.textContent = remark;
      return item;
    }),
  );
  verdict.replaceChildren(remarks.length ? list : "Every field is understood.");
}

/**
 * @param {HTMLElement} target
 * @param {(text: string) => void} take
 */
function acceptDrops(target, take) {
  const over = (/** @type {boolean} */ is) => target.classList.toggle("over", is);
  target.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    over(true);
  });
  target.addEventListener("dragleave", () => over(false));
  target.addEventListener("drop", async (event) => {
    over(false);
    const dropped = event.dataTransfer?.files[0];
    if (!dropped) return;
    event.preventDefault();
    take(await dropped.text());
  });
}
