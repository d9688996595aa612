// Mouse and finger on the scene: a small label that follows, and choosing.

import { valueAt } from "./slices.js";
import { middle } from "./walk.js";

const ROOM = 60; // pixels a label needs below the pointer

// What else on the map has a name.
const NAMED = ["held", "line", "object"];

export function makePointer(map, svg, payload, { at, onSelect }) {
  const { states, contingents, names, stateLabels, titles } = payload;
  const tip = document.getElementById("tip");
  const frame = map.getContainer();
  let target;

  function describe() {
    const mark = target.closest("[data-event]");
    if (mark) {
      const name = CSS.escape(mark.dataset.event);
      return document.querySelector(`[data-entry="${name}"] h3`)?.textContent ?? "";
    }
    for (const name of NAMED) {
      const key = target.closest(`[data-${name}]`)?.dataset[name];
      if (key) return titles[key] ?? "";
    }
    const contingent = target.closest("[data-contingent]")?.dataset.contingent;
    if (contingent) {
      const now = valueAt(contingents[contingent], at());
      return `${names[contingent]}: ${stateLabels[now]}`;
    }
    const code = target.closest("[data-code]")?.dataset.code;
    if (!code) return "";
    const state = states[code] ? valueAt(states[code], at()) : "none";
    return state === "none" ? names[code] : `${names[code]}: ${stateLabels[state]}`;
  }

  function refresh() {
    if (!target && tip.hidden) return;
    tip.textContent = target ? describe() : "";
    tip.hidden = !tip.textContent;
  }

  function point({ target: pointed, clientX, clientY }) {
    const box = frame.getBoundingClientRect();
    place(pointed, clientX - box.left, clientY - box.top);
  }

  function place(pointed, x, y) {
    target = pointed;
    refresh();
    const box = frame.getBoundingClientRect();
    const isLate = x > box.width / 2;
    const isLow = y > box.height - ROOM;
    tip.style.left = isLate ? "auto" : `${x + 14}px`;
    tip.style.right = isLate ? `${box.width - x + 14}px` : "auto";
    tip.style.top = isLow ? "auto" : `${y + 14}px`;
    tip.style.bottom = isLow ? `${box.height - y + 14}px` : "auto";
  }

  function leave() {
    target = undefined;
    refresh();
  }

  function pointAt(node) {
    const { x, y } = middle(node, frame);
    place(node, x, y);
  }

  svg.addEventListener("pointermove", point);
  svg.addEventListener("pointerleave", (event) => {
    // A finger leaves as soon as it is lifted; what it touched stays named.
    if (event.pointerType !== "touch") leave();
  });
  map.on("movestart", () => (tip.hidden = true));
  map.on("click", ({ originalEvent }) => {
    const hit = originalEvent.target.closest("[data-event],[data-contingent],[data-code]");
    if (!hit || !svg.contains(hit)) return;
    point(originalEvent);
    onSelect(hit.dataset.event ?? hit.dataset.contingent ?? hit.dataset.code);
  });
  return { refresh, pointAt, leave };
}
