// The address after "#", such as t=2012&select=UZB. What is not understood is ignored.

import { plainDigits } from "./digits.js";

/** @import {Known, Words} from "./words.js" */

/**
 * Split an address into words. Messengers and content systems encode it once more, and
 * write "&amp;" for "&".
 *
 * @param {string} hash
 */
export function splitAddress(hash) {
  const once = hash.replace(/%3d/gi, "=").replace(/%26/g, "&");
  return new URLSearchParams(once.replace(/#|amp;/g, ""));
}

/**
 * Read the words of an address that are known, with a value that is known.
 *
 * @param {string} hash
 * @param {Known} known
 * @returns {Words}
 */
export function readAddress(hash, known) {
  /** @type {Record<string, string>} */
  const found = {};
  for (const [name, value] of splitAddress(hash)) {
    const match = matchValue(value, known[/** @type {keyof Known} */ (name)] ?? []);
    if (match !== undefined) found[name] = match;
  }
  return found;
}

/**
 * Find what a value stands for: also in Arabic or Persian digits, in other case, and with the
 * full stop of the sentence that it stood in.
 *
 * @param {string} value
 * @param {Iterable<string | undefined>} allowed
 */
export function matchValue(value, allowed) {
  const plain = plainDigits(value).replace(/\W+$/, "").toLowerCase();
  return [...allowed].find((one) => one?.toLowerCase() === plain);
}

/**
 * Write words as an address; empty ones are left out.
 *
 * @param {Words} values
 */
export function writeAddress(values) {
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value) words.set(name, value);
  }
  return `#${words}`;
}
