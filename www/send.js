/** A request to a service: again where that may help, and with a failure that whoever keeps the page can act on. */
import { htmlInstead } from "./download.js";
import { MetricsError, textOf } from "./errors.js";
import { withTranslator } from "./translator.js";

/** @import { Instantiate } from "./program.js" */
/** @import { MetricsErrorCode } from "./index.js" */

/** The origins that the page's policy keeps it from. @type {Set<string>} */
const forbidden = new Set();
globalThis.document?.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
  if (effectiveDirective === "connect-src" && URL.canParse?.(blockedURI)) forbidden.add(new URL(blockedURI).origin);
});

/** An attempt that failed, and what the answer said of the next one. */
class Failure extends MetricsError {
  /** @type {number | undefined} */
  status;
  /** In seconds. @type {number | undefined} */
  retryAfter;
  isFinal = false;
}

/**
 * @param {{ url: string, body?: string }} request
 * @param {number} timeout of one attempt, in seconds
 * @param {AbortSignal} signal
 * @param {Instantiate} instantiate
 * @returns {Promise<unknown>} the parsed answer; null where there is nothing at the address
 */
export async function send(request, timeout, signal, instantiate) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(request, timeout, signal);
    } catch (error) {
      if (!(error instanceof Failure) || error.isFinal) throw error;
      const { status, retryAfter } = error;
      const wait = await withTranslator(instantiate, (translator) => translator.waitBefore(attempt, status, retryAfter, Math.random()));
      if (wait === undefined) throw error;
      await pause(wait, signal);
    }
  }
}

/**
 * @param {{ url: string, body?: string }} request
 * @param {number} timeout
 * @param {AbortSignal} signal
 * @returns {Promise<unknown>}
 */
async function once({ url, body }, timeout, signal) {
  const attempt = new AbortController();
  const stop = () => attempt.abort(signal.reason);
  signal.addEventListener("abort", stop, { once: true });
  const timer = setTimeout(() => attempt.abort(), timeout * 1000);
  const { origin } = new URL(url, document.baseURI);
  try {
    signal.throwIfAborted();
    const response = await fetch(url, {
      ...(body && { method: "POST", body, headers: { "content-type": "application/json" } }),
      credentials: "omit",
      // Which page asks is none of the service's business; its origin goes along as CORS has it.
      referrerPolicy: "no-referrer",
      signal: attempt.signal,
    });
    if (response.status === 404) return null;
    if (!response.ok) throw refused(response);
    const text = await response.text();
    return parsed(text, url);
  } catch (error) {
    if (signal.aborted || error instanceof MetricsError) throw error;
    if (attempt.signal.aborted) throw new Failure("timeout", `${origin} did not answer within ${timeout} seconds.`, error);
    // The event about a refusal comes after it.
    await new Promise((resolve) => setTimeout(resolve));
    if (forbidden.has(origin)) {
      const failure = new Failure("blocked-by-policy", `The page's Content-Security-Policy does not allow asking ${origin}. Add it to connect-src, or name a proxy by the attribute endpoint.`, error);
      failure.isFinal = true;
      throw failure;
    }
    throw new Failure("network", `${origin} could not be asked (${textOf(error)}). It may be down, out of reach, or not allow pages to ask (CORS).`, error);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
  }
}

/** @param {Response} response */
function refused({ status, url, headers }) {
  const { origin } = new URL(url);
  const hint = status === 429 ? " It asks for fewer requests: name an address by the attribute mailto, or keep answers by the attribute cache." : "";
  const failure = new Failure(/** @type {MetricsErrorCode} */ (`http-${status}`), `${origin} answered ${status}.${hint}`);
  const asked = headers.get("retry-after");
  // Seconds, or a date.
  const seconds = asked === null ? NaN : /^\s*\d+\s*$/.test(asked) ? Number(asked) : (Date.parse(asked) - Date.now()) / 1000;
  failure.status = status;
  failure.retryAfter = Number.isNaN(seconds) ? undefined : seconds;
  return failure;
}

/**
 * @param {string} text
 * @param {string} url
 */
function parsed(text, url) {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (text.trimStart().startsWith("<")) throw htmlInstead(url);
    throw new MetricsError("not-json", `The answer of ${url} is not valid JSON: ${textOf(error)}`, error);
  }
}

/**
 * @param {number} milliseconds
 * @param {AbortSignal} signal
 */
const pause = (milliseconds, signal) =>
  new Promise((/** @type {(value: void) => void} */ resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal.addEventListener("abort", stop, { once: true });
  });
