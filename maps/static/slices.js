// Changes along the ticks: [[from, value], ...], the first at tick 0.

/** @import {Changes} from "./payload" */

/**
 * Look up the value that holds at a tick.
 *
 * @template T
 * @param {Changes<T>} changes
 * @param {number} tick
 * @returns {T}
 */
export const valueAt = (changes, tick) => changeAt(changes, tick)[1];

/**
 * Find the last change up to a tick.
 *
 * @template T
 * @param {Changes<T>} changes
 * @param {number} tick
 * @returns {[number, T]}
 */
export function changeAt(changes, tick) {
  let low = 0;
  let high = changes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (changes[middle][0] <= tick) low = middle;
    else high = middle - 1;
  }
  return changes[low];
}

/**
 * Tell whether a span of ticks is over, lasts, or is still to come.
 *
 * @param {[first: number, last: number]} span
 * @param {number} tick
 */
export function phaseOf([first, last], tick) {
  if (tick < first) return "future";
  return tick <= last ? "now" : "past";
}
