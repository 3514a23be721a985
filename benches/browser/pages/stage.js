/** Puts the elements onto the page, and waits for them. It is inlined at the end of the page, after `setting`. */
const stage = (/** @type {typeof setting} */ { kind, tag, count, titles, given, eager, layout, authors, base }) => {

  /** Records that differ as those of a list do. @param {number} index */
  function record(index) {
    const made = {
      ...base,
      doi: `10.5555/bench.${index}`,
      citations: [{ ...base.citations[0], count: (index * 37) % 5000 }],
      attention: base.attention.map((/** @type {any} */ it) => ({ ...it, value: it.value + (index % 90) })),
      rankings: [{ ...base.rankings[0], rank: 1 + ((index * 7) % 322) }],
    };
    if (authors) {
      made.authors = Array.from({ length: authors }, (_, number) => ({ name: `Author, N${number}`, fullName: `Author, Number ${number}`, affiliations: [number % 13] }));
    }
    return made;
  }

  /** @param {number} index */
  function element(index) {
    const made = /** @type {any} */ (document.createElement(tag));
    if (kind === "shareon") made.className = "shareon";
    if (kind === "shareon") for (const name of ["bluesky", "mastodon", "linkedin", "twitter", "facebook", "whatsapp", "telegram", "reddit", "email", "copy-url"]) {
      const entry = document.createElement("a");
      entry.className = name;
      made.append(entry);
    }
    if (kind === "shariff") made.className = "shariff";
    if (kind === "data-metrics-badge") {
      made.setAttribute("doi", `10.5555/bench.${index}`);
      if (given === "property") made.setAttribute("data-input", JSON.stringify({ citations: 1 + ((index * 37) % 5000), views: 72 + (index % 90), downloads: 31 + (index % 90) }));
    }
    if (kind === "same") {
      if (eager) made.setAttribute("loading", "eager");
      if (layout !== "badges") made.setAttribute("layout", layout);
      if (given === "src") made.setAttribute("src", "/record.json");
      else made.publication = record(index);
    }
    return made;
  }

  const isShown = {
    same: (/** @type {any} */ it) => it.shadowRoot?.querySelector(layout === "full" ? ".page" : ".value"),
    "data-metrics-badge": (/** @type {any} */ it) => it.shadowRoot?.querySelector("a[href]"),
    shareon: (/** @type {any} */ it) => it.firstElementChild?.getAttribute("href"),
    shariff: (/** @type {any} */ it) => it.querySelector("a[href]"),
  }[/** @type {string} */ (kind)];

  probe.isSingle = count === 1;
  /** What is around an element in a list of publications. @type {Element[]} */
  const elements = [];
  const fragment = document.createDocumentFragment();
  for (let index = 0; index < titles; index++) {
    const title = document.createElement("p");
    title.textContent = `${index + 1}. Dual HER2 inhibition: mechanisms of synergy, patient selection, and resistance`;
    fragment.append(title);
    if (index >= count) continue;
    elements.push(element(index));
    fragment.append(elements[index]);
  }
  document.getElementById("stage")?.append(fragment);
  const awaited = eager || !count ? elements : elements.slice(0, 1);
  if (count) probe.shown = probe.whenShown(awaited, /** @type {any} */ (isShown));
};
stage(setting);
