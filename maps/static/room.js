// The room that buttons and credit leave for a box on the map.

import { findAll } from "./nodes.js";

/** @typedef {[left: number, top: number, right: number, bottom: number]} Insets pixels */

/**
 * Find the insets between which to show a box: below the buttons of parts, or beside them
 * where the drawing would not fill the frame otherwise.
 *
 * @param {L.Map} map
 * @param {L.LatLngBounds} box
 * @param {L.LatLngBounds} whole drawing
 */
export function roomFor(map, box, whole) {
  const [below, beside] = [false, true].map((isBeside) => {
    const inset = insetsOf(map, isBeside);
    const zoom = zoomTo(map, box, inset);
    const { x, y } = map.getSize();
    const middle = map.project(centreOf(map, box, zoom, inset), zoom);
    const corners = [-0.5, 0.5].map((side) =>
      map.unproject(middle.add([side * x, side * y]), zoom),
    );
    const fits = inset[0] + inset[2] < x && whole.contains(L.latLngBounds(corners));
    return { inset, zoom, fits };
  });
  return !below.fits && beside.fits ? beside : below;
}

/**
 * Measure what buttons and credit cover along the edges of a map.
 *
 * @param {L.Map} map
 * @param {boolean} isBeside whether the buttons of parts count on the left, not above
 * @returns {Insets}
 */
function insetsOf(map, isBeside) {
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
    const isLeft = isBeside && node.matches(".presets");
    const side = isLeft ? 0 : depths.indexOf(Math.min(...depths));
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
function zoomTo(map, box, [left, top, right, bottom]) {
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
