// The words of an address and of a host page (t, select, view, time, at, theme, compare,
// board), and the state that they stand for.

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
 * @property {string} [theme]
 * @property {string} [board]
 */
/** @typedef {Record<keyof Words, Set<string | undefined>>} Known */

/**
 * List the values that every word may have on a page.
 *
 * @param {Pick<PageData, "ticks" | "select" | "events" | "range">} data
 * @param {boolean} hasViews whether the page can draw who holds an area
 * @param {Iterable<string | undefined>} [presets] ids of the parts that the map can show
 * @param {boolean} [hasCalls] whether the page has calls for help on one screen
 * @returns {Known}
 */
export function knownWords({ ticks, select, events, range }, hasViews, presets, hasCalls) {
  const [first, last] = range;
  const shown = [...events].filter(([, [tick]]) => first <= tick && tick <= last);
  return {
    t: new Set(ticks.slice(first, last + 1)),
    select: new Set([...select, ...shown.map(([id]) => id)]),
    view: new Set(hasViews ? ["un", "control"] : []),
    time: new Set(["ltr", "rtl"]),
    at: new Set(presets),
    compare: new Set(ticks),
    theme: new Set(["light", "dark"]),
    board: new Set(hasCalls ? ["calls"] : []),
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
export function changesOf(words, known, { ticks, events }) {
  const { t, select, view, time, at, theme, compare, board } = words;
  /** @type {Partial<State>} */
  const changes = {};
  if (time === "" || known.time.has(time)) changes.time = time;
  if (at === "" || known.at.has(at)) changes.at = at;
  if (compare === "" || known.compare.has(compare)) changes.compare = compare;
  if (theme === "" || known.theme.has(theme)) changes.theme = theme;
  if (board === "" || known.board.has(board)) changes.board = board;
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
  const none = { select: "", view: "un", time: "", at: "", theme: "", compare: "", board: "" };
  return { ...none, ...tick, ...words };
}

/**
 * Write a state in words; the default view goes without saying.
 *
 * @param {State} state
 * @param {string[]} ticks
 * @returns {Words}
 */
export function wordsOf({ tick, view, select, time, at, theme, compare, board }, ticks) {
  const shown = view === "un" ? "" : view;
  return { t: ticks[tick], select, view: shown, time, at, theme, compare, board };
}
