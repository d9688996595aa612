// The hexagons of a layer that counts in cells, as paths.

import { readColumn, readSigned } from "./columns.js";

/** @import {CellData} from "./payload" */

/**
 * Read the hexagons; return their paths and distances.
 *
 * @param {CellData} given
 */
export function readShapes(given) {
  const [x, y] = [given.x, given.y].map(readSigned);
  const corners = readColumn(given.corners);
  const from = new Int32Array(given.cells + 1);
  for (let cell = 0; cell < given.cells; cell++) from[cell + 1] = from[cell] + corners[cell];
  const sides = [given.dx, given.dy].map((side) => addUp(readSigned(side), from, corners));
  const known = given.sizes.map(() => new Array(given.cells));

  /**
   * @param {number} cell
   * @param {number} size
   */
  function write(cell, size) {
    /** @type {(side: Int32Array, corner: number) => number} */
    const at = (side, corner) => Math.floor(side[from[cell] + corner] * size + 0.5);
    const offsets = [];
    for (let corner = 1; corner < corners[cell]; corner++) {
      for (const side of sides) offsets.push(at(side, corner) - at(side, corner - 1));
    }
    const [left, top] = sides.map((side) => at(side, 0));
    const way = offsets.join(" ").replaceAll(" -", "-");
    return `M${x[cell] + left} ${y[cell] + top}l${way}z`;
  }

  return {
    /** @type {(cell: number, shade: number) => string} */
    path: (cell, shade) => (known[shade - 1][cell] ??= write(cell, given.sizes[shade - 1])),
    /** @type {(cell: number, at: { x: number, y: number }) => number} */
    distance: (cell, at) => Math.hypot(x[cell] - at.x, y[cell] - at.y),
  };
}

/**
 * Add to every step from a middle to a corner that of the same corner of the cell before,
 * which it was written without.
 *
 * @param {Int32Array} steps
 * @param {Int32Array} from
 * @param {Int32Array} corners
 */
function addUp(steps, from, corners) {
  for (let cell = 1; cell < corners.length; cell++) {
    const both = Math.min(corners[cell], corners[cell - 1]);
    for (let corner = 0; corner < both; corner++) {
      steps[from[cell] + corner] += steps[from[cell - 1] + corner];
    }
  }
  return steps;
}
