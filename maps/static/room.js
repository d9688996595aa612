// The room that buttons and credit leave for a box on the map.

import { findAll } from "./nodes.js";

/** @typedef {[left: number, top: number, right: number, bottom: number]} Insets pixels */

/**
 * Find the insets clear of buttons and credit between which to show a box.
 *
 * What lies in a corner takes room along one edge; along the other one, if the drawing
 * would not fill the frame.
 *
 * @param {L.Map} map
 * @param {L.LatLngBounds} box
 * @param {L.LatLngBounds} whole drawing
 */
export function roomFor(map, box, whole) {
  const frame = map.getContainer().getBoundingClientRect();
  /** @type {Insets[]} */
  let all = [[0, 0, 0, 0]];
  for (const node of findAll(".presets, .credit, .key, .leaflet-control-zoom")) {
    const { width, left, top, right, bottom } = node.getBoundingClientRect();
    if (!width || bottom <= frame.top || top >= frame.bottom) continue;
    const depths = [
      right - frame.left,
      bottom - frame.top,
      frame.right - left,
      frame.bottom - top,
    ];
    const sides = [0, 1, 2, 3].sort((one, other) => depths[one] - depths[other]);
    all = all.flatMap((inset) =>
      sides.slice(0, 2).map((side) => {
        const grown = /** @type {Insets} */ ([...inset]);
        grown[side] = Math.max(grown[side], depths[side]);
        return grown;
      }),
    );
  }
  const rooms = all.map((inset) => ({ inset, zoom: zoomTo(map, box, inset) }));
  return rooms.find((room) => fillsFrame(map, box, whole, room)) ?? rooms[0];
}

/**
 * Tell whether the drawing fills a frame that shows a box between insets.
 *
 * @param {L.Map} map
 * @param {L.LatLngBounds} box
 * @param {L.LatLngBounds} whole drawing
 * @param {{ inset: Insets, zoom: number }} room
 */
function fillsFrame(map, box, whole, { inset, zoom }) {
  const { x, y } = map.getSize();
  const [left, top, right, bottom] = inset;
  const middle = map.project(centreOf(map, box, zoom, inset), zoom);
  const corners = [-0.5, 0.5].map((side) => map.unproject(middle.add([side * x, side * y]), zoom));
  const hasRoom = left + right < x && top + bottom < y;
  return hasRoom && whole.contains(L.latLngBounds(corners));
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
