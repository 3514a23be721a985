/** The DOI of what a badge names otherwise, asked for together with others. */
import { Deferred } from "../deferred.js";
import { settingOf } from "../setting.js";
import { SERVICES } from "./services.js";

/** @import { Scheme } from "./identifiers.js" */

/** What is to be asked at the end of the frame, by service and settings. @type {Map<string, Map<string, Deferred<string | undefined>>>} */
const gathered = new Map();

/** The questions of this page's life, by service, settings and identifier. @type {Map<string, Promise<string | undefined>>} */
const asked = new Map();

/** How often one request is sent at most. */
const ATTEMPTS = 3;

/**
 * The services that the page names, as far as they know the scheme.
 *
 * @param {Element} element
 * @param {Scheme} scheme
 */
export const servicesFor = (element, scheme) =>
  (settingOf(element, "source") || "openalex").toLowerCase().split(/\s+/).filter((name) => Object.hasOwn(SERVICES, name) && SERVICES[name]?.scheme === scheme);

/**
 * @param {Element} element with the settings
 * @param {string[]} services one after the other, until one knows
 * @param {string} value
 * @returns {Promise<string | undefined>}
 */
export async function lookUp(element, services, value) {
  for (const service of services) {
    const doi = await ask([service, settingOf(element, "endpoint"), settingOf(element, "mailto"), settingOf(element, "timeout") || "15"].join(" "), value);
    if (doi) return doi;
  }
  return undefined;
}

/**
 * @param {string} whom
 * @param {string} value
 */
function ask(whom, value) {
  const key = `${whom} ${value}`;
  let answer = asked.get(key);
  if (!answer) {
    const question = new Deferred();
    answer = /** @type {Promise<string | undefined>} */ (question.promise);
    asked.set(key, answer);
    // Who failed may be asked again.
    answer.catch(() => asked.delete(key));
    if (!gathered.size) setTimeout(sendAll);
    gathered.set(whom, (gathered.get(whom) ?? new Map()).set(value, question));
  }
  return answer;
}

function sendAll() {
  for (const [whom, questions] of gathered) {
    const [name = "", endpoint = "", mailto = "", timeout = ""] = whom.split(" ");
    const service = /** @type {import("./services.js").Service} */ (SERVICES[name]);
    const base = endpoint ? endpoint.replaceAll("{source}", name).replace(/\/?$/, "/") : service.base;
    const all = [...questions.keys()];
    for (let at = 0; at < all.length; at += service.most) {
      const values = all.slice(at, at + service.most);
      const { way, body } = service.request(values);
      const contact = mailto && !body && name !== "europepmc" ? `&mailto=${encodeURIComponent(mailto)}` : "";
      send(base + way + contact, body, Number(timeout)).then(
        (answer) => {
          const found = new Map(service.found(answer, values).map(([value, doi]) => [String(value), doi]));
          for (const value of values) questions.get(value)?.resolve(/** @type {string | undefined} */ (found.get(value)));
        },
      ).catch((error) => {
        for (const value of values) questions.get(value)?.reject(error);
      });
    }
  }
  gathered.clear();
}

/**
 * @param {string} url
 * @param {string | undefined} body
 * @param {number} timeout of one attempt, in seconds
 * @returns {Promise<unknown>}
 */
async function send(url, body, timeout) {
  for (let attempt = 1; ; attempt++) {
    let wait = attempt;
    const response = await fetch(url, {
      ...(body && { method: "POST", body, headers: { "content-type": "application/json" } }),
      credentials: "omit",
      // As with every question to a service: which page asks is none of its business.
      referrerPolicy: "no-referrer",
      signal: AbortSignal.timeout(timeout * 1000),
    }).catch((error) => {
      if (attempt === ATTEMPTS) throw error;
    });
    if (response?.ok) return response.json();
    if (response) {
      const { origin } = new URL(response.url);
      const mayPass = response.status === 429 || response.status >= 500;
      wait = Math.max(wait, Number(response.headers.get("retry-after")) || 0);
      if (response.status === 404) return null;
      if (!mayPass || attempt === ATTEMPTS || wait > 60) throw new Error(`${origin} answered ${response.status}`);
    }
    await new Promise((resolve) => setTimeout(resolve, wait * 1000));
  }
}
