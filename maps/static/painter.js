// Draws a tick: sets attributes of the scene, and only those that differ.

import { phaseOf, valueAt } from "./slices.js";

export function makePainter(svg, payload) {
  const { states, members, events } = payload;
  const layers = [
    ["data-code", states],
    ["data-label", states],
    ["data-area", payload.areas],
    ["data-held", payload.held],
    ["data-contingent", payload.contingents],
    ["data-route", payload.routes],
    ["data-object", payload.objects],
    ["data-line", payload.lines],
  ];
  const shapes = layers.flatMap(([attribute, runs]) => collect(svg, attribute, runs));
  const marks = [...svg.querySelectorAll("[data-event]")].map((mark) => ({
    mark,
    span: events.get(mark.dataset.event),
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
