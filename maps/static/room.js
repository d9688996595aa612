// The room that buttons and credit leave for a box on the map.

import { findAll } from "./nodes.js";

/** @typedef {[left: number, top: number, right: number, bottom: number]} Insets pixels */

/**
 * Measure what buttons and credit cover along the edges of a map.
 *
 * @param {L.Map} map
 * @returns {Insets}
 */
export function insetsOf(map) {
  const frame = map.getContainer().getBoundingClientRect();
  /** @type {Insets} */
  const inset = [0, 0, 0, 0];
  for (const node of findAll(".presets, .credit, .key, .leaflet-control-zoom")) {
    const box = node.getBoundingClientRect();
    const isOver = box.width && box.bottom > frame.top && box.top < frame.bottom;
    if (!isOver) continue;
    const depths = [
      box.right - frame.left,
      box.bottom - frame.top,
      frame.right - box.left,
      frame.bottom - box.top,
    ];
    const side = depths.indexOf(Math.min(...depths));
    inset[side] = Math.max(inset[side], depths[side]);
  }
  return inset;
}

/**
 * Find the zoom at which a box fits into what is not covered.
 *
 * @param {L.Map} map
 * @param {L.LatLngBounds} box
 * @param {Insets} inset
 */
export function zoomTo(map, box, [left, top, right, bottom]) {
  return map.getBoundsZoom(box, false, /** @type {any} */ ([left + right, top + bottom]));
}

/**
 * Find the centre of the map that puts a box in the middle of what is not covered.
 *
 * @param {L.Map} map
 * @param {L.LatLngBounds} box
 * @param {number} zoom
 * @param {Insets} inset
 */
export function centreOf(map, box, zoom, [left, top, right, bottom]) {
  const middle = map.project(box.getCenter(), zoom);
  return map.unproject([middle.x + (right - left) / 2, middle.y + (bottom - top) / 2], zoom);
}
