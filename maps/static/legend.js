// The legend: what is on the map at a tick, how many have it, what contingents do.

import { find, findAll, setText } from "./nodes.js";
import { phaseOf, valueAt } from "./slices.js";

/** @import {PageData, Span} from "./page_data.js" */
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
 * Return a listener that shows in the legend the numbers of a tick, and only what is
 * drawn then.
 *
 * @param {SVGElement} svg
 * @param {PageData} data
 * @returns {Listener}
 */
export function makeLegend(svg, data) {
  const { states, contingents, stateLabels, memberCounts } = data;
  const counters = findAll("[data-count]");
  const standings = findAll("[data-standing]");
  const shows = findAll("[data-shows]").map((row) => ({
    row,
    isShown: drawnAt(svg, data, `${row.dataset.shows}`),
  }));
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
    for (const { row, isShown } of shows) row.classList.toggle("empty", !isShown(tick));
    if (outlined) outlined.hidden = !organisation;
    if (!outlined || !organisation) return;
    setText(find("span", outlined), find(`#compare [value="${organisation}"]`).textContent);
    setText(find("b", outlined), `${valueAt(memberCounts[organisation], tick)}`);
  };
}

/**
 * Return a function that tells at which ticks something that a row explains is drawn.
 *
 * @param {SVGElement} svg
 * @param {PageData} data
 * @param {string} selector of the drawn elements
 * @returns {(tick: number) => boolean}
 */
function drawnAt(svg, { areas, lines, objects, routes, events }, selector) {
  const found = findAll(selector, svg);
  const keepsPast = "past" in svg.dataset;
  /** @type {States} */
  const all = { ...areas, ...lines, ...objects, ...routes };
  const ids = found.map(({ dataset: d }) => d.area ?? d.line ?? d.object ?? d.route);
  const changes = ids.flatMap((id) => (id && all[id] ? [all[id]] : []));
  const pairs = /** @type {Span[]} */ (
    found.map(({ dataset: { event } }) => events.get(event ?? "")).filter(Boolean)
  );
  if (!changes.length && !pairs.length) return () => found.length > 0;
  return (tick) =>
    changes.some((slices) => valueAt(slices, tick) !== "none") ||
    pairs.some((span) => {
      const phase = phaseOf(span, tick);
      return phase === "now" || (keepsPast && phase === "past");
    });
}
