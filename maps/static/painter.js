// Draws a tick: sets attributes of the scene, and only those that differ.

import { findAll } from "./nodes.js";
import { phaseOf, valueAt } from "./slices.js";

/** @import {PageData, Span} from "./page_data.js" */
/** @import {States} from "./payload" */
/** @import {Listener} from "./store.js" */

/**
 * Return a listener that paints the tick and the outlines of an organisation.
 *
 * @param {SVGElement} svg
 * @param {PageData} data
 * @returns {Listener}
 */
export function makePainter(svg, data) {
  const { states, areas, held, contingents, routes, objects, lines } = data;
  const shapes = Object.entries({
    code: states,
    label: states,
    area: areas,
    held,
    contingent: contingents,
    route: routes,
    object: objects,
    line: lines,
  }).flatMap(([kind, runs]) => collectShapes(svg, kind, runs));
  const marks = findAll("[data-event]", svg).map((mark) => ({
    mark,
    span: /** @type {Span} */ (data.events.get(mark.dataset.event)),
  }));
  const outlines = findAll("[data-outline]", svg);

  return ({ tick, organisation }) => {
    for (const shape of shapes) {
      const state = valueAt(shape.changes, tick);
      if (state !== shape.state) shape.node.dataset.state = shape.state = state;
    }
    for (const { mark, span } of marks) {
      const phase = phaseOf(span, tick);
      if (mark.dataset.phase !== phase) mark.dataset.phase = phase;
    }
    const held = data.members[organisation] ?? {};
    for (const outline of outlines) {
      const changes = held[outline.dataset.outline];
      outline.classList.toggle("on", !!changes && valueAt(changes, tick) !== "none");
    }
  };
}

/**
 * List the elements of a kind whose item has states.
 *
 * @param {SVGElement} svg
 * @param {string} kind
 * @param {States} states
 */
function collectShapes(svg, kind, states) {
  return findAll(`[data-${kind}]`, svg)
    .map((node) => ({
      node,
      changes: states[node.dataset[kind]],
      state: node.dataset.state,
    }))
    .filter(({ changes }) => changes);
}
