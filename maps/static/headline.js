// The sentence over the map, and the line of counts below it.

import { find, findAll, setText } from "./nodes.js";
import { phaseOf, valueAt } from "./slices.js";

/** @import {PageData} from "./page_data.js" */
/** @import {Listener} from "./store.js" */

/**
 * Write the headline of a tick, as write_headline in Python does.
 *
 * @param {number} tick
 * @param {Pick<PageData, "texts" | "labels" | "headlines">} data
 * @param {string} [title] of the event that is chosen
 */
export function writeHeadline(tick, { texts, labels, headlines }, title) {
  const line = texts.headline
    .replace("{tick}", labels[tick])
    .replace("{headline}", () => title || valueAt(headlines, tick));
  return capitalise(line);
}

/** @param {string} text */
export const capitalise = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);

/**
 * Return the title of an event, if it is of a tick. It stands in the reading section, which
 * is read after the map has started.
 *
 * @param {string} id of the event, or of anything else
 * @param {number} tick
 * @param {Pick<PageData, "events">} data
 */
function titleOf(id, tick, { events }) {
  const span = events.get(id);
  if (!span || phaseOf(span, tick) !== "now") return;
  return findAll("#events [data-entry] h3")[[...events.keys()].indexOf(id)]?.textContent;
}

/**
 * Return a listener that writes the headline and the line of counts.
 *
 * @param {PageData} data
 * @returns {Listener}
 */
export function makeHeadline(data) {
  const headline = find("#headline");
  const summary = find("#summary");
  return ({ tick, select }) => {
    setText(headline, writeHeadline(tick, data, titleOf(select, tick, data)));
    const counts = valueAt(data.summaries, tick);
    const day = data.days[tick];
    setText(summary, day ? `${counts} · ${day}` : counts);
  };
}
