// The words of an address and of a host page (t, select, view, time, at, compare), and the state
// that they stand for.

/** @import {PageData} from "./page_data.js" */
/** @import {State} from "./store.js" */

/**
 * @typedef {object} Words
 * @property {string} [t]
 * @property {string} [select]
 * @property {string} [view]
 * @property {string} [time]
 * @property {string} [at]
 * @property {string} [compare]
 */
/** @typedef {Record<keyof Words, Set<string | undefined>>} Known */

/**
 * List the values that every word may have on a page.
 *
 * @param {Pick<PageData, "ticks" | "select" | "events">} data
 * @param {boolean} hasViews whether the page can draw who holds an area
 * @param {Iterable<string | undefined>} [presets] ids of the parts that the map can show
 * @returns {Known}
 */
export function knownWords({ ticks, select, events }, hasViews, presets) {
  return {
    t: new Set(ticks),
    select: new Set([...select, ...events.keys()]),
    view: new Set(hasViews ? ["un", "control"] : []),
    time: new Set(["ltr", "rtl"]),
    at: new Set(presets),
    compare: new Set(ticks),
  };
}

/**
 * Turn words into changes of the state. An unknown value changes nothing; an empty one
 * takes a choice back. An event without a tick is shown in its own.
 *
 * @param {Words} words
 * @param {Known} known
 * @param {Pick<PageData, "ticks" | "events">} data
 * @returns {Partial<State>}
 */
export function changesOf({ t, select, view, time, at, compare }, known, { ticks, events }) {
  /** @type {Partial<State>} */
  const changes = {};
  if (time === "" || known.time.has(time)) changes.time = time;
  if (at === "" || known.at.has(at)) changes.at = at;
  if (compare === "" || known.compare.has(compare)) changes.compare = compare;
  if (known.view.has(view)) changes.view = view;
  if (select === "" || known.select.has(select)) changes.select = select;
  const span = events.get(changes.select ?? "");
  if (known.t.has(t)) changes.tick = ticks.indexOf(/** @type {string} */ (t));
  else if (span) [changes.tick] = span;
  return changes;
}

/**
 * Complete the words of an address: what it does not name is as on opening the page.
 *
 * @param {Words} words
 * @param {Pick<PageData, "ticks" | "events" | "start">} data
 * @returns {Words}
 */
export function withDefaults(words, { ticks, events, start }) {
  const tick = events.has(words.select ?? "") ? {} : { t: ticks[start] };
  return { select: "", view: "un", time: "", at: "", compare: "", ...tick, ...words };
}

/**
 * Write a state in words; the default view goes without saying.
 *
 * @param {State} state
 * @param {string[]} ticks
 * @returns {Words}
 */
export function wordsOf({ tick, select, view, time, at, compare }, ticks) {
  return { t: ticks[tick], select, view: view === "un" ? "" : view, time, at, compare };
}
