// What the page is about, made ready for its scripts.

import { readClock } from "./clock.js";
import { find, findAll } from "./nodes.js";
import { readRange } from "./range.js";

/** @import {Payload} from "./payload" */
/** @import {Clock} from "./clock.js" */

/** @typedef {[first: number, last: number]} Span ticks, the last one included */
/**
 * @typedef {Omit<Payload, "clock" | "events"> & Clock & {
 *   events: Map<string, Span>,
 *   range: Span,
 * }} PageData `names` are those of all territories; `events` have their spans by id; the
 *   slider shows the ticks of `range`
 */

/**
 * Read the data in a script element.
 *
 * @param {string} id
 */
export function readPayload(id) {
  return JSON.parse(find(`#${id}`).textContent);
}

/**
 * Write the ticks out and collect the names of the territories: those with a label that
 * says it in full have theirs in the drawing, the payload has only the others.
 *
 * @param {Payload} payload
 * @param {SVGElement} svg
 * @returns {PageData}
 */
export function openPayload(payload, svg) {
  /** @type {Record<string, string>} */
  const drawn = {};
  for (const label of findAll("[data-label]", svg)) {
    drawn[/** @type {string} */ (label.dataset.label)] = label.textContent.trim();
  }
  const names = { ...drawn, ...payload.names };
  /** @type {Map<string, Span>} */
  const events = new Map(
    payload.events.map(([id, first, last = first]) => [id, [first, last]]),
  );
  const clock = readClock(payload.clock);
  const range = readRange(location.hash, clock.ticks);
  const start = Math.min(range[1], Math.max(range[0], payload.start));
  return { ...payload, ...clock, names, events, range, start };
}
