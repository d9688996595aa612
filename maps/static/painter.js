// Draws a tick: sets attributes of the scene, and only those that differ.

import { phaseOf, valueAt } from "./slices.js";

export function makePainter(svg, { states, areas, members, events }) {
  const shapes = [
    ...collect(svg, "data-code", states),
    ...collect(svg, "data-label", states),
    ...collect(svg, "data-area", areas),
  ];
  const marks = [...svg.querySelectorAll("[data-event]")].map((mark) => ({
    mark,
    span: events[mark.dataset.event],
  }));
  const outlines = [...svg.querySelectorAll("[data-outline]")];

  return function paint(tick, organisation) {
    for (const shape of shapes) {
      const state = valueAt(shape.changes, tick);
      if (state !== shape.state) {
        shape.state = state;
        shape.node.setAttribute("data-state", state);
      }
    }
    for (const { mark, span } of marks) {
      const phase = phaseOf(span, tick);
      if (mark.dataset.phase !== phase) mark.dataset.phase = phase;
    }
    const held = members[organisation] ?? {};
    for (const outline of outlines) {
      const changes = held[outline.dataset.outline];
      outline.classList.toggle("on", !!changes && valueAt(changes, tick) !== "none");
    }
  };
}

function collect(svg, attribute, runs) {
  return [...svg.querySelectorAll(`[${attribute}]`)]
    .map((node) => ({ node, changes: runs[node.getAttribute(attribute)] }))
    .filter(({ changes }) => changes)
    .map((shape) => ({ ...shape, state: shape.node.getAttribute("data-state") }));
}
