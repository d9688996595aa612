// The time axis: the graph behind the slider, drawn in the direction of time.

import { drawGraph } from "./graph.js";
import { find } from "./nodes.js";

/** @import {PageData} from "./page_data.js" */
/** @import {Listener} from "./store.js" */

/**
 * Draw the graph whenever its size changes; return a listener that turns it.
 *
 * @param {PageData} data
 * @returns {Listener}
 */
export function makeTimeAxis(data) {
  const input = find("#time");
  /** @type {SVGSVGElement} */
  const svg = find("#graph");
  const draw = () => drawGraph(svg, data, getComputedStyle(input).direction === "rtl");
  // The frame after: what is drawn while sizes are told has the page laid out twice, and
  // the map is to be seen first.
  new ResizeObserver(() => requestAnimationFrame(draw)).observe(svg);

  return ({ time }, before) => {
    if (time === before.time) return;
    // Time runs as the language is read, unless the editor has decided.
    /** @type {HTMLElement} */ (input.closest(".time")).dir = time;
    draw();
  };
}
