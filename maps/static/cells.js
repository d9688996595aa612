// A layer that counts in cells: five paths, written anew from what each cell counts.

import { readRows } from "./cell_rows.js";
import { readShapes } from "./cell_shapes.js";
import { readColumn, readSigned } from "./columns.js";
import { findAll, makeSvg } from "./nodes.js";

/** @import {Writer} from "./layer_words.js" */
/** @import {Layer} from "./layers.js" */
/** @import {CellData} from "./payload" */

/**
 * Start a layer that counts in cells.
 *
 * @param {SVGElement} group
 * @param {CellData} given
 * @param {Writer} write
 * @returns {Layer}
 */
export function makeCells(group, given, write) {
  const shapes = readShapes(given);
  const rows = readRows(given);
  const paint = makeShades(group, given, rows, shapes);
  const ring = group.appendChild(makeSvg("path", { class: "chosen" }));
  let tick = 0;

  return {
    paint(now) {
      tick = now;
      paint(tick);
    },
    busiest: () =>
      rows
        .rowsAt(tick)
        .sort((a, b) => rows.events[b] - rows.events[a] || rows.cell[a] - rows.cell[b])
        .map((row) => ({ key: rows.cell[row], count: rows.events[row] })),
    // The cell whose middle is the nearest: hexagons of a grid are just that.
    hit(target, at) {
      if (!target.closest("[data-shade]")) return undefined;
      /** @type {number | undefined} */
      let key;
      let nearest = Infinity;
      for (const row of rows.rowsAt(tick)) {
        const far = shapes.distance(rows.cell[row], at);
        if (far < nearest) [key, nearest] = [rows.cell[row], far];
      }
      return key;
    },
    name: makeNames(given, write),
    choose(key) {
      if (key === undefined) ring.removeAttribute("d");
      else ring.setAttribute("d", shapes.path(key, given.sizes.length));
    },
    describe: (key) => write.tally(rows.tally(tick, key), given.killed),
  };
}

/**
 * Return a function that paints the cells of a tick: one path for each shade.
 *
 * @param {SVGElement} group
 * @param {CellData} given
 * @param {ReturnType<typeof readRows>} rows
 * @param {ReturnType<typeof readShapes>} shapes
 */
function makeShades(group, { breaks, shades }, rows, shapes) {
  const paths = findAll("[data-shade]", group).map((node) => ({
    node,
    shade: Number(node.dataset.shade),
    shown: node.getAttribute("d"),
  }));
  /** @param {number} row */
  const shadeOf = (row) => shades[breaks.findLastIndex((least) => least <= rows.events[row])];

  return (/** @type {number} */ tick) => {
    /** @type {Map<number, string[]>} */
    const parts = new Map(shades.map((shade) => [shade, []]));
    for (let row = rows.from[tick]; row < rows.from[tick + 1]; row++) {
      const shade = shadeOf(row);
      parts.get(shade)?.push(shapes.path(rows.cell[row], shade));
    }
    for (const path of paths) {
      const shown = parts.get(path.shade)?.join("") ?? "";
      if (shown !== path.shown) path.node.setAttribute("d", (path.shown = shown));
    }
  };
}

/**
 * Return a function that names a cell: the territories it reaches into, and its middle.
 *
 * @param {CellData} given
 * @param {Writer} write
 * @returns {(key: number) => string}
 */
function makeNames({ lands, land, lat, lon }, write) {
  const landOf = readColumn(land);
  const [lats, lons] = [lat, lon].map(readSigned);
  return (key) =>
    [lands[landOf[key]], write.place(lats[key] / 10, lons[key] / 10)]
      .filter(Boolean)
      .join(" · ");
}
