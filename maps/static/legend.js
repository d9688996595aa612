// The legend: how many territories are in each state, and what each contingent does.

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
 * Return a listener that shows in the legend the numbers of a tick.
 *
 * @param {PageData} data
 * @returns {Listener}
 */
export function makeLegend({ states, contingents, stateLabels, memberCounts }) {
  const counters = findAll("[data-count]");
  const standings = findAll("[data-standing]");
  /** @type {HTMLElement | null} */
  const outlined = find("#outlined");

  return ({ tick, organisation }) => {
    const counts = countStates(states, tick);
    for (const node of counters) {
      const counted = /** @type {string} */ (node.dataset.count).split(" ");
      const number = counted.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
      setText(node, `${number}`);
      node.closest("li")?.classList.toggle("empty", !number);
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
