// Mouse and finger on the scene: a small label that follows, and choosing.

import { valueAt } from "./slices.js";

export function makePointer(map, svg, { states, names, stateLabels }, { at, onSelect }) {
  const tip = document.getElementById("tip");
  const frame = map.getContainer();

  function describe(target) {
    const mark = target.closest("[data-event]");
    if (mark) {
      return document.querySelector(
        `[data-entry="${CSS.escape(mark.dataset.event)}"] h3`,
      )?.textContent;
    }
    const code = target.closest("[data-code]")?.dataset.code;
    if (!code) return "";
    const state = states[code] ? valueAt(states[code], at()) : "none";
    return state === "none" ? names[code] : `${names[code]}: ${stateLabels[state]}`;
  }

  svg.addEventListener("pointermove", (event) => {
    if (event.pointerType === "touch") return;
    tip.textContent = describe(event.target) ?? "";
    tip.hidden = !tip.textContent;
    const box = frame.getBoundingClientRect();
    const x = event.clientX - box.left;
    const isLate = x > box.width / 2;
    tip.style.left = isLate ? "auto" : `${x + 14}px`;
    tip.style.right = isLate ? `${box.width - x + 14}px` : "auto";
    tip.style.top = `${event.clientY - box.top + 14}px`;
  });
  svg.addEventListener("pointerleave", () => (tip.hidden = true));

  map.on("click", (event) => {
    const target = event.originalEvent.target.closest("[data-event],[data-code]");
    if (target && svg.contains(target)) {
      onSelect(target.dataset.event ?? target.dataset.code);
    }
  });
}
