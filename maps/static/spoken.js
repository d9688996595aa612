// What is heard of the map: of a step, and of a territory.

import { capitalise, writeHeadline } from "./headline.js";
import { changeAt, phaseOf, valueAt } from "./slices.js";

/** @import {PageData} from "./page_data.js" */
/** @import {Changes, States} from "./payload" */

/**
 * Say where the slider has come to rest, and what on the map differs from a tick before.
 *
 * @param {number} from
 * @param {number} to
 * @param {PageData} data
 * @param {string} view whose borders are drawn: disputed areas show who holds them, or not
 * @param {boolean} isNamed whether the name of the tick is heard already
 */
export function describeStep(from, to, data, view, isNamed) {
  const { headlines, texts } = data;
  const line = isNamed ? capitalise(valueAt(headlines, to)) : writeHeadline(to, data);
  const areas = view === "control" ? "held" : "areas";
  const changed = [
    .../** @type {const} */ (["states", "contingents", areas, "lines", "objects"]).flatMap(
      (layer) => tellItems(layer, from, to, data),
    ),
    ...tellRoutes(from, to, data),
    ...tellEvents(from, to, data),
  ].join(texts.list);
  return !changed && line.endsWith(texts.noChange)
    ? `${line}.`
    : `${line}. ${changed || texts.noChange}.`;
}

/**
 * Say the name of a territory, what it is at a tick, and since when.
 *
 * @param {string} code
 * @param {number} tick
 * @param {PageData} data
 */
export function describeTerritory(code, tick, data) {
  const { names, stateLabels, since, earlier, titles, texts } = data;
  const [from, state] = changeOf(data.states, code, tick);
  const start = (!from && earlier[code]) || since[from];
  const [, sent] = changeOf(data.contingents, code, tick);
  const disputed = Object.entries(data.areas).filter(
    ([area, changes]) => data.lands[area] === code && valueAt(changes, tick) !== "none",
  );
  return [
    `${names[code]}: ${stateLabels[state]}${state === "none" ? "" : start}`,
    ...(sent === "none" ? [] : [stateLabels[sent]]),
    ...disputed.map(([area]) => `${titles[area]}: ${stateLabels.disputed}`),
  ].join(texts.list);
}

/**
 * Say the new state of every item of a layer that has another one.
 *
 * @param {"states" | "contingents" | "areas" | "held" | "lines" | "objects"} layer
 * @param {number} from
 * @param {number} to
 * @param {PageData} data
 */
function tellItems(layer, from, to, data) {
  const { names, titles, stateLabels, texts } = data;
  return listChanged(data[layer], from, to).map(([key, changes]) => {
    const now = valueAt(changes, to);
    const over = now === "none" && texts.over[layer];
    return `${names[key] ?? titles[key]}: ${over || stateLabels[now]}`;
  });
}

/**
 * Say how many routes are drawn, if one of them is drawn otherwise than before.
 *
 * @param {number} from
 * @param {number} to
 * @param {PageData} data
 */
function tellRoutes(from, to, { routes, texts }) {
  if (!listChanged(routes, from, to).length) return [];
  const drawn = Object.values(routes).filter((changes) => valueAt(changes, to) !== "none");
  return [texts.routesNow.replace("{number}", `${drawn.length}`)];
}

/**
 * Say how many events there are, if they are not those of before.
 *
 * @param {number} from
 * @param {number} to
 * @param {PageData} data
 */
function tellEvents(from, to, { events, texts }) {
  const spans = [...events.values()];
  const isNow = (/** @type {number} */ tick) => spans.map((span) => phaseOf(span, tick) === "now");
  const [before, now] = [isNow(from), isNow(to)];
  if (now.every((is, index) => is === before[index])) return [];
  return [texts.eventsNow.replace("{number}", `${now.filter(Boolean).length}`)];
}

/**
 * List the items of a layer whose state is another one at the second tick.
 *
 * @param {States} layer
 * @param {number} from
 * @param {number} to
 * @returns {[string, Changes<string>][]}
 */
const listChanged = (layer, from, to) =>
  Object.entries(layer).filter(([, changes]) => valueAt(changes, from) !== valueAt(changes, to));

/**
 * @param {States} states
 * @param {string} code
 * @param {number} tick
 * @returns {[number, string]}
 */
function changeOf(states, code, tick) {
  return states[code] ? changeAt(states[code], tick) : [0, "none"];
}
