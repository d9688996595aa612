// A bar that says how long a way on the map is.

import { find } from "./nodes.js";
import { scaleOf } from "./view.js";

const LONGEST = 120; // pixels: the shortest, 48, has room for its text
const ROUND = [1, 2, 5, 10]; // what a length may be, times a power of ten

/**
 * Find the longest round length that is no longer than another one.
 *
 * @param {number} length above 0
 */
export function roundLength(length) {
  const power = 10 ** Math.floor(Math.log10(length));
  return power * (ROUND.findLast((part) => part * power <= length * (1 + 1e-9)) ?? 1);
}

/**
 * Keep a bar beside the credit as long as the kilometres that it names.
 *
 * @param {L.Map} map
 * @param {SVGSVGElement} svg its `data-km` is the length of a step of the drawing
 */
export function startScaleBar(map, svg) {
  const bar = find("#scale");
  const km = Number(svg.dataset.km);
  const lang = document.documentElement.lang;
  const form = new Intl.NumberFormat(lang, {
    style: "unit",
    unit: "kilometer",
    useGrouping: false, // as texts write a thousand in Arabic and Russian
  });

  function measure() {
    const each = km * scaleOf(map);
    const length = roundLength(each * LONGEST);
    bar.textContent = form.format(length);
    bar.style.width = `${length / each}px`;
  }
  map.on("zoomend home", measure);
  measure();
}
