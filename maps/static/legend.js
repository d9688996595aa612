// The legend: how many territories are in each state, what each contingent does, and no
// entry for what is not drawn.

import { find, findAll, setText } from "./nodes.js";
import { valueAt } from "./slices.js";

/** @import {PageData} from "./page_data.js" */
/** @import {States} from "./payload" */
/** @import {Listener} from "./store.js" */

/**
 * Count the territories in each state at a tick.
 *
 * @param {States} states
 * @param {number} tick
 * @returns {Record<string, number>}
 */
export function countStates(states, tick) {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const changes of Object.values(states)) {
    const now = valueAt(changes, tick);
    counts[now] = (counts[now] ?? 0) + 1;
  }
  return counts;
}

/**
 * Tell whether a shape lies in the window.
 *
 * @param {Element} shape
 */
function isInside(shape) {
  const { left, right, top, bottom } = shape.getBoundingClientRect();
  return right > 0 && left < innerWidth && bottom > 0 && top < innerHeight;
}

/**
 * Return a listener that shows in the legend the numbers of a tick, and which entries are of
 * something that the scene shows: it has to be painted before.
 *
 * @param {PageData} data
 * @param {ParentNode} svg
 * @returns {Listener}
 */
export function makeLegend({ states, contingents, stateLabels, memberCounts }, svg) {
  const counters = findAll("[data-count]");
  const standings = findAll("[data-standing]");
  const needs = findAll("[data-needs]");
  // The key of a story, which is small, goes by what lies in the window.
  const { chrome } = document.documentElement.dataset;
  /** @param {string} selector */
  const has = (selector) => {
    const shapes = findAll(`${selector}:not([data-state=none])`, svg);
    return chrome ? shapes.some(isInside) : !!shapes[0];
  };
  /** @type {HTMLElement | null} */
  const outlined = find("#outlined");

  return ({ tick, organisation }) => {
    const counts = countStates(states, tick);
    for (const node of counters) {
      const counted = /** @type {string} */ (node.dataset.count).split(" ");
      const number = counted.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
      setText(node, `${number}`);
      const shapes = counted.map((state) => `[data-code][data-state="${state}"]`);
      const isThere = number && (!chrome || has(`${shapes}`));
      node.closest("li")?.classList.toggle("empty", !isThere);
    }
    for (const node of needs) {
      node.classList.toggle("empty", !has(node.dataset.needs));
    }
    for (const node of standings) {
      const now = valueAt(contingents[node.dataset.standing], tick);
      setText(node, now === "none" ? "" : stateLabels[now]);
    }
    if (outlined) outlined.hidden = !organisation;
    if (!outlined || !organisation) return;
    setText(find("span", outlined), find(`#compare [value="${organisation}"]`).textContent);
    setText(find("b", outlined), `${valueAt(memberCounts[organisation], tick)}`);
  };
}
