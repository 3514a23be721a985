import { MetricsError, textOf } from "./errors.js";

/** @import { MetricsErrorCode } from "./index.js" */

/**
 * Fetches an address of the host's, and says in plain words why it could not.
 *
 * @param {string} address as the page wrote it; relative to the page
 * @param {RequestInit | undefined} options
 * @param {MetricsErrorCode} [failure] the code for every way to fail; without it, `network` or `http-STATUS`
 * @returns {Promise<Response>} an answer with a status of success
 */
export async function download(address, options, failure) {
  let response;
  try {
    response = await fetch(address, options);
  } catch (error) {
    if (location.protocol === "file:") {
      throw new MetricsError(
        "file-protocol",
        `A page opened from a file cannot fetch ${address}. Serve the folder with any web server and open it by http.`,
        error,
      );
    }
    throw unreachable(address, error, failure);
  }
  if (!response.ok) {
    throw new MetricsError(
      failure ?? /** @type {const} */ (`http-${response.status}`),
      `The server answered ${response.status} for ${response.url || address}. Check that the file is there and may be read.`,
    );
  }
  return response;
}

/**
 * @param {string} address
 * @param {unknown} error
 * @param {MetricsErrorCode} [code]
 */
export const unreachable = (address, error, code = "network") =>
  new MetricsError(
    code,
    `${address} could not be fetched (${textOf(error)}). Check the address, that its server allows this page (CORS), and the page's connect-src policy.`,
    error,
  );

/**
 * Servers that answer every unknown address with their start page say 200.
 *
 * @param {string} address
 */
export const htmlInstead = (address) =>
  new MetricsError(
    "wrong-type",
    `${address} answered with an HTML page. Check the address: many servers show their start page for a file that is not there.`,
  );
