// A part of the ticks: what an editor shows of a map with from= and to=.

import { matchValue, splitAddress } from "./address.js";
import { valueAt } from "./slices.js";

/** @import {Span, PageData} from "./page_data.js" */

/**
 * Read the range of ticks that an address names; all of them, if it names none of two
 * ticks or more.
 *
 * @param {string} hash
 * @param {string[]} ticks
 * @returns {Span}
 */
export function readRange(hash, ticks) {
  const words = splitAddress(hash);
  const end = ticks.length - 1;
  const [first, last] = ["from", "to"].map((word) =>
    ticks.indexOf(matchValue(words.get(word) ?? "", ticks) ?? ticks[word === "to" ? end : 0]),
  );
  return first < last ? [first, last] : [0, end];
}

/**
 * Write a range as words of an address, if it is not that of all ticks.
 *
 * @param {Pick<PageData, "range" | "ticks">} data
 */
export function wordsOfRange({ range: [first, last], ticks }) {
  return {
    from: first ? ticks[first] : "",
    to: last < ticks.length - 1 ? ticks[last] : "",
  };
}

/**
 * Leave of the data what the time axis shows of a range.
 *
 * @param {PageData} data
 * @returns {PageData}
 */
export function cutToRange(data) {
  const [first, last] = data.range;
  /** @param {number} tick */
  const isIn = (tick) => first <= tick && tick <= last;
  /** @type {<T extends [number, ...unknown[]]>(rows: T[]) => T[]} */
  const within = (rows) => rows.filter(([tick]) => isIn(tick));
  const { ticks, counts, turns, incidents, breaks } = data;
  const axis = within(data.axis);
  return {
    ...data,
    axis: axis[1] ? axis : data.range.map((tick) => [tick, ticks[tick], 0]),
    counts: counts[0] && [[first, valueAt(counts, first)], ...within(counts)],
    turns: within(turns),
    incidents: within(incidents),
    breaks: breaks.filter((tick) => isIn(tick) && tick < last),
    events: new Map([...data.events].filter(([, [tick]]) => isIn(tick))),
  };
}
