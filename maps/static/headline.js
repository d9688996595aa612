// The sentence over the map, and the line of counts below it.

import { find, setText } from "./nodes.js";
import { valueAt } from "./slices.js";

/** @import {PageData} from "./page_data.js" */
/** @import {Listener} from "./store.js" */

/**
 * Write the headline of a tick, as write_headline in Python does.
 *
 * @param {number} tick
 * @param {Pick<PageData, "texts" | "labels" | "headlines">} data
 */
export function writeHeadline(tick, { texts, labels, headlines }) {
  const line = texts.headline
    .replace("{tick}", labels[tick])
    .replace("{headline}", () => valueAt(headlines, tick));
  return capitalise(line);
}

/** @param {string} text */
export const capitalise = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);

/**
 * Return a listener that writes the headline and the line of counts.
 *
 * @param {PageData} data
 * @returns {Listener}
 */
export function makeHeadline(data) {
  const headline = find("#headline");
  const summary = find("#summary");
  return ({ tick }) => {
    setText(headline, writeHeadline(tick, data));
    const counts = valueAt(data.summaries, tick);
    const day = data.days[tick];
    setText(summary, day ? `${counts} · ${day}` : counts);
  };
}
