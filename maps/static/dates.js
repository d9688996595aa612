// Dates as people type them: 2012, 9 January 2022, 9.1.2022, 2022-01, ٩ يناير ٢٠٢٢.

import { plainDigits } from "./digits.js";

const LOCALES = ["ar-EG", "ar-SY", "en", "ru"]; // besides the language of the page

/**
 * Make texts comparable: digits of one kind, and letters without signs, case and variants.
 *
 * @param {string} text
 */
export function fold(text) {
  return plainDigits(text.normalize("NFKD"))
    .replace(/[\p{M}\u0640\u2066-\u2069]/gu, "")
    .replace(/ى/g, "ي")
    .replace(/ة/g, "ه")
    .toLowerCase();
}

/**
 * Read a date: its year, its month and its day as far as they are typed.
 *
 * @param {string} text
 * @param {string} year that a date without one means
 * @returns {string} such as "2022-01-09", "2022-01" or "2022"; "" if it is no date
 */
export function readDate(text, year) {
  const typed = fold(text).trim();
  const numbers = typed.match(/\d+/g) ?? [];
  const words = typed.match(/\p{L}{2,}/gu) ?? [];
  let [y, d] = [year, 0];
  let m = words.length ? findMonth(words) : 0;
  if (words.length) {
    if (!m) return "";
    for (const number of numbers) {
      if (number.length === 4) y = number;
      else d = Number(number);
    }
  } else if (!/^[\d\s./-]+$/.test(typed)) return "";
  else {
    // A year stands first or last; of a day and a month the day comes first, if it can.
    const parts = numbers.map(Number);
    const at = numbers.findIndex((number) => number.length === 4);
    if (at < 0 && parts.length !== 2) return "";
    if (at >= 0) y = `${parts.splice(at, 1)[0]}`;
    if (at) parts.reverse();
    if (parts[0] > 12) parts.reverse();
    [m = 0, d = 0] = parts;
  }
  if (m > 12 || d > 31) return "";
  const two = (/** @type {number} */ part) => (part ? `-${`${part}`.padStart(2, "0")}` : "");
  return y + two(m) + (m ? two(d) : "");
}

const MONTH_LENGTH = 2_629_800_000; // milliseconds, as long as a month is in the mean
/** @type {Intl.DateTimeFormatOptions[]} */
const CASES = [{ month: "long" }, { day: "numeric", month: "long" }];

/**
 * @param {string[]} words
 * @returns {number} of the month; 0 if the words name none
 */
function findMonth(words) {
  const { lang } = document.documentElement;
  for (const locale of [...(lang ? [lang] : []), ...LOCALES]) {
    for (const form of CASES.map((options) => new Intl.DateTimeFormat(locale, options))) {
      for (let month = 1; month <= 12; month++) {
        const names = fold(form.format((month - 0.5) * MONTH_LENGTH)).match(/\p{L}+/gu) ?? [];
        // Three letters tell months apart; of two words both count.
        const isNamed = names.every((name) =>
          words.some((word) =>
            names.length > 1 ? word === name : word.slice(0, 3) === name.slice(0, 3),
          ),
        );
        if (isNamed) return month;
      }
    }
  }
  return 0;
}

/**
 * Find the tick that shows a date.
 *
 * @param {string} date
 * @param {string[]} ticks ids
 * @returns {number} -1 if the date lies before or after all of them
 */
export function tickOfDate(date, ticks) {
  const begins = ticks.findIndex((tick) => tick.startsWith(date));
  const shows = ticks.findLastIndex((tick) => tick <= date.slice(0, tick.length));
  const isAfter = shows === ticks.length - 1 && !date.startsWith(ticks[shows]);
  return begins >= 0 ? begins : isAfter ? -1 : shows;
}
