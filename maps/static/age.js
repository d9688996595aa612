// How old the data are, in words. The one place where a script asks the reader's clock.

import { findAll } from "./nodes.js";

const MONTH = 2.63e9; // milliseconds, in the mean

/**
 * Say in words how long ago a day was, if it was more than a month ago.
 *
 * @param {string} day such as "2026-03-11"
 * @param {string} language
 * @param {number} now in milliseconds since 1970
 * @returns {string} empty if the clock of the reader is behind, or speaks of less
 */
export function writeAge(day, language, now) {
  const months = Math.floor((now - Date.parse(day)) / MONTH);
  if (!(months > 0)) return "";
  const form = new Intl.RelativeTimeFormat(`${language}-u-nu-latn`);
  return months < 24 ? form.format(-months, "month") : form.format(-Math.floor(months / 12), "year");
}

/** Write after each last day of the data how long ago it was; no fact is changed. */
export function tellAge() {
  for (const node of findAll("[data-as-of]")) {
    const { lang } = /** @type {HTMLElement} */ (node.closest("[lang]"));
    const age = writeAge(node.dataset.asOf, lang, Date.now());
    if (age) node.textContent += ` (${age})`;
    delete node.dataset.asOf;
  }
}
