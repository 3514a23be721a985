/** What is in a panel, which is made when it is opened: plain DOM, the same for all. */

import { counted } from "./facts.js";
import { date, joined, number } from "./language.js";

/** @param {string} name @param {import("./host.js").Shown} shown @returns {Node[]} */
export function contentsOf(name, { record, facts, lang }) {
  switch (name) {
    case "citations":
      return [
        heading(name, "Citations by source"),
        table((record.citations ?? []).map((/** @type {any} */ it) => [it.source, it.count == null ? "not recorded" : number(it.count, lang), date(it.asOf ?? record.asOf, "long", lang) ?? "date not given"])),
      ];
    case "altmetric":
      return [
        heading(name, "Attention by source"),
        table((record.attention ?? []).map((/** @type {any} */ it) => [counted(it, lang), number(it.value, lang), joined([it.provider, date(it.asOf ?? record.asOf, "short", lang)])])),
      ];
    case "quartile":
      return [
        heading(name, record.venue ? `Where ${record.venue.title} stands` : "Where the venue stands"),
        table((record.rankings ?? []).map((/** @type {any} */ it) => [it.category ?? it.agency, it.rank ? `${number(it.rank, lang)} of ${number(it.of, lang)}` : "", joined([it.agency, it.year && String(it.year)])])),
      ];
    default:
      return [heading(name, "Share this publication"), targets(record.title ?? "", facts.link)];
  }
}

/** @param {string} tag @param {Record<string, string>} attributes @param {(Node | string)[]} children */
function element(tag, attributes, children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** @param {string} name @param {string} words */
const heading = (name, words) => element("p", { class: "heading", part: "heading", id: `${name}-heading` }, [element("bdi", {}, [words])]);

/** @param {string[][]} rows */
function table(rows) {
  const row = ([name, figure, provenance]) =>
    element("tr", {}, [
      element("th", { scope: "row" }, [element("bdi", {}, [name])]),
      element("td", { class: "figure" }, [figure]),
      element("td", { class: "provenance" }, [element("bdi", {}, [provenance])]),
    ]);
  return element("table", {}, [element("tbody", {}, rows.map(row))]);
}

/** @param {string} title @param {string} link */
function targets(title, link) {
  const [text, url, both] = [title, link, `${title}\n\n${link}`].map(encodeURIComponent);
  const entries = {
    Bluesky: `https://bsky.app/intent/compose?text=${both}`,
    Mastodon: `https://share.joinmastodon.org/#text=${both}`,
    LinkedIn: `https://www.linkedin.com/sharing/share-offsite/?url=${url}`,
    X: `https://x.com/intent/tweet?text=${text}&url=${url}`,
    Facebook: `https://www.facebook.com/sharer/sharer.php?u=${url}`,
    WhatsApp: `https://wa.me/?text=${both}`,
    Telegram: `https://t.me/share/url?url=${url}&text=${text}`,
    Reddit: `https://www.reddit.com/submit?url=${url}&title=${text}`,
    Mendeley: `https://www.mendeley.com/import/?url=${url}`,
    "E-mail": `mailto:?subject=${text}&body=${both}`,
  };
  const entry = ([name, href]) =>
    element("li", {}, [element("a", { class: "share-link", part: "share-link", href, rel: "noopener noreferrer", target: "_blank" }, [element("span", {}, [name])])]);
  return element("ul", { class: "targets" }, Object.entries(entries).map(entry));
}
