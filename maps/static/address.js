// The address after "#", such as t=2012&select=UZB. What is not understood is ignored.

/** @import {Known, Words} from "./words.js" */

/**
 * Read the words of an address that are known, with a value that is known.
 *
 * @param {string} hash
 * @param {Known} known
 * @returns {Words}
 */
export function readAddress(hash, known) {
  const words = new URLSearchParams(hash.replace(/^#/, ""));
  /** @type {Record<string, string>} */
  const found = {};
  for (const [name, allowed] of Object.entries(known)) {
    const value = words.get(name);
    if (value !== null && allowed.has(value)) found[name] = value;
  }
  return found;
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
