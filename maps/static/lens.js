// Lenses: parts of the map that wide frames show larger, drawn from the same shapes.

import { scaleOf } from "./view.js";
import { findAll } from "./nodes.js";

const NEAR = 1.25; // times the scale of the first view, beyond which a lens is no use

/**
 * Keep signs and letters in lenses at their size, and show lenses in the first view only.
 *
 * @param {L.Map} map
 */
export function startLenses(map) {
  /** @type {SVGSVGElement[]} */
  const lenses = findAll(".lens");
  if (!lenses.length) return;
  /** @type {number} */
  let first;

  function show() {
    const scale = scaleOf(map);
    const isFirst = scale <= first * NEAR && scale >= first / NEAR;
    for (const lens of lenses) {
      lens.classList.toggle("off", !isFirst);
      if (isFirst && lens.clientWidth) {
        lens.style.setProperty("--u", `${lens.viewBox.baseVal.width / lens.clientWidth}`);
      }
    }
  }

  map.on("home", () => {
    first = scaleOf(map);
    show();
  });
  map.on("zoomend", show);
  first = scaleOf(map);
  show();
}
