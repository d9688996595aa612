// What the cells of a layer count: one row for each tick and cell with events.

import { readColumn, readSigned } from "./columns.js";

/** @import {CellData, Tallies} from "./payload" */

/**
 * @typedef {object} Tally numbers of one cell at one tick
 * @property {number} events
 * @property {number} places events whose place is not exact
 * @property {number} dates events whose date is not exact
 * @property {{ low: number, best: number, high: number } | undefined} killed
 */

/**
 * Read the numbers of all ticks and cells.
 *
 * @param {CellData} given
 */
export function readRows(given) {
  const { from, cell } = readCells(given);
  const events = readColumn(given.tallies.events).map((number) => number + 1);
  const [places, dates] = [given.tallies.places, given.tallies.dates].map(readColumn);
  const killed = readKilled(given.tallies);
  /** @param {number} tick */
  const rowsAt = (tick) =>
    Array.from({ length: from[tick + 1] - from[tick] }, (_, index) => from[tick] + index);

  return {
    from,
    cell,
    events,
    rowsAt,
    /**
     * @param {number} tick
     * @param {number} key of the cell
     * @returns {Tally | undefined} none without events
     */
    tally(tick, key) {
      const row = rowsAt(tick).find((one) => cell[one] === key);
      return row === undefined
        ? undefined
        : { events: events[row], places: places[row], dates: dates[row], killed: killed(row) };
    },
  };
}

/**
 * Read which cells have events at which tick.
 *
 * @param {CellData} given
 */
function readCells(given) {
  const counts = readColumn(given.rows);
  const from = new Int32Array(counts.length + 1);
  const cell = readColumn(given.gaps);
  for (let tick = 0; tick < counts.length; tick++) {
    from[tick + 1] = from[tick] + counts[tick];
    let before = -1;
    for (let row = from[tick]; row < from[tick + 1]; row++) {
      before = cell[row] += before + 1;
    }
  }
  return { from, cell };
}

/**
 * @param {Tallies} tallies
 * @returns {(row: number) => Tally["killed"]}
 */
function readKilled({ best, low, high }) {
  if (best === undefined || low === undefined || high === undefined) return () => undefined;
  const middle = readColumn(best);
  const [below, above] = [low, high].map(readSigned);
  return (row) => ({
    low: middle[row] - below[row],
    best: middle[row],
    high: middle[row] + above[row],
  });
}
