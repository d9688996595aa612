// What is heard of the map: of a step, and of a territory.

import { writeHeadline } from "./headline.js";
import { changeAt, valueAt } from "./slices.js";

/** @import {PageData} from "./page_data.js" */
/** @import {States} from "./payload" */

/**
 * Say where the slider has come to rest, and whose state differs from that of a tick
 * before.
 *
 * @param {number} from
 * @param {number} to
 * @param {PageData} data
 */
export function describeStep(from, to, data) {
  const { states, contingents, names, stateLabels, texts } = data;
  const said = [...Object.entries(states), ...Object.entries(contingents)]
    .filter(([, changes]) => valueAt(changes, from) !== valueAt(changes, to))
    .map(([code, changes]) => `${names[code]}: ${stateLabels[valueAt(changes, to)]}`);
  const changed = said.length ? said.join(texts.list) : texts.noChange;
  return `${writeHeadline(to, data)}. ${changed}.`;
}

/**
 * Say the name of a territory, what it is at a tick, and since when.
 *
 * @param {string} code
 * @param {number} tick
 * @param {PageData} data
 */
export function describeTerritory(code, tick, data) {
  const { names, stateLabels, since, earlier, texts } = data;
  const [from, state] = changeOf(data.states, code, tick);
  const start = (!from && earlier[code]) || since[from];
  const [, sent] = changeOf(data.contingents, code, tick);
  return [
    `${names[code]}: ${stateLabels[state]}${state === "none" ? "" : start}`,
    ...(sent === "none" ? [] : [stateLabels[sent]]),
  ].join(texts.list);
}

/**
 * @param {States} states
 * @param {string} code
 * @param {number} tick
 * @returns {[number, string]}
 */
function changeOf(states, code, tick) {
  return states[code] ? changeAt(states[code], tick) : [0, "none"];
}
