// The ticks written out: their ids, their labels, and the days that they show.

import { valueAt } from "./slices.js";

/** @import {ClockRuns} from "./payload" */

/**
 * @typedef {object} Clock
 * @property {string[]} ticks ids, such as "2012", "2020-09" or "2022-01-06"
 * @property {string[]} labels
 * @property {string[]} days
 * @property {number[]} breaks the ticks after which the step changes, or time is left out
 */

/**
 * Write out the ids, the labels and the days of all ticks.
 *
 * @param {ClockRuns} clock
 * @returns {Clock}
 */
export function readClock({ runs, labels, days }) {
  const all = runs.flatMap(([first, lengths]) => countOut(first, lengths));
  /** @param {number[]} parts */
  const year = (parts) => `${parts[0]}`.padStart(4, "0");
  /** @param {number} part */
  const two = (part) => `${part}`.padStart(2, "0");
  /** @type {(form: string, parts: number[]) => string} */
  const write = (form, parts) =>
    form.replace("{year}", year(parts)).replace("{day}", `${parts[2]}`);
  const ends = runs.map(([, lengths]) => lengths.reduce((sum, length) => sum + length));
  return {
    breaks: ends.slice(0, -1).map((_, run) => ends.slice(0, run + 1).reduce((a, b) => a + b) - 1),
    ticks: all.map((parts) => [year(parts), ...parts.slice(1).map(two)].join("-")),
    labels: all.map((parts) => write(labels[parts.length][parts[1] ?? 0], parts)),
    days: all.map((parts, tick) => write(valueAt(days, tick), parts)),
  };
}

/**
 * Count the ticks of a run: the last part counts up; after each length the part before
 * it does.
 *
 * @param {number[]} first
 * @param {number[]} lengths
 * @returns {number[][]}
 */
function countOut(first, lengths) {
  const last = first.length - 1;
  const at = [...first];
  return lengths.flatMap((length) => {
    const found = Array.from({ length }, (_, step) => [
      ...at.slice(0, last),
      at[last] + step,
    ]);
    at[last] = 1;
    if (last) at[last - 1] += 1;
    if (last === 2 && at[1] > 12) {
      at[1] = 1;
      at[0] += 1;
    }
    return found;
  });
}
