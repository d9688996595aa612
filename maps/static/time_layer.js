// A layer of shapes with time: each is drawn once, and shows the row that holds.

import { findAll } from "./nodes.js";
import { makeShapeTip, mapOf } from "./shape_tip.js";
import { valueAt } from "./slices.js";

/** @import {Changes} from "./payload" */

/**
 * @typedef {object} SliceData
 * @property {string} name
 * @property {string} family polygons, lines or points
 * @property {[label: string, colour: string][]} values
 * @property {string[]} columns headings of the cells of the tip
 * @property {[value: number, label: string, ...cells: string[]][]} rows
 * @property {Changes<number>[]} changes rows by shape, along the layer's own ticks
 * @property {number} last the last of these ticks
 */

/**
 * @typedef {object} Count
 * @property {string} label
 * @property {string} colour
 * @property {number} count
 */

/**
 * @typedef {object} Timed what a slider needs of a layer
 * @property {string} name
 * @property {(encoded: any) => (tick: number) => string[]} drive
 *   shows ticks; the texts are what has changed
 * @property {() => Count[]} count the values that are shown
 */

/** @typedef {L.SVGOverlay & { timed: Timed }} TimedOverlay */

/**
 * Make a layer; it shows its last tick until a slider drives it.
 *
 * @param {SVGSVGElement} svg
 * @param {[L.LatLngTuple, L.LatLngTuple]} bounds
 * @param {SliceData} data
 * @returns {TimedOverlay}
 */
export function makeTimeLayer(svg, bounds, data) {
  const { rows, values, columns } = data;
  /** @type {SVGPathElement[]} */
  const paths = findAll("path", svg);
  /** @type {number[]} */
  const shown = paths.map(() => -1);
  const labels = placeLabels(svg, (shape) => shown[shape] >= 0);

  /** @param {number} shape */
  const lines = (shape) => {
    const [value, label, ...cells] = rows[shown[shape]];
    const head = label ? `${label}: ${values[value][0]}` : values[value][0];
    return [head, ...cells.map((cell, at) => `${columns[at]}: ${cell}`)];
  };

  /** @param {Changes<number>[]} changes */
  const drive = (changes) => (/** @type {number} */ tick) => {
    const said = [];
    for (let shape = 0; shape < paths.length; shape += 1) {
      const row = valueAt(changes[shape], tick);
      if (row === shown[shape]) continue;
      const before = shown[shape];
      shown[shape] = row;
      const [value, label] = rows[row] ?? [];
      if (value === undefined) paths[shape].removeAttribute("data-value");
      else if (value !== rows[before]?.[0]) paths[shape].dataset.value = `${value}`;
      const name = label || rows[before]?.[1];
      if (name) said.push(`${name}: ${value === undefined ? "–" : values[value][0]}`);
    }
    labels.refresh();
    return said;
  };

  const count = () => {
    const numbers = values.map(() => 0);
    for (const row of shown) if (row >= 0) numbers[rows[row][0]] += 1;
    return values.map(([label, colour], at) => ({ label, colour, count: numbers[at] }));
  };

  drive(data.changes)(data.last);
  const overlay = L.svgOverlay(svg, bounds, { interactive: true });
  followZoom(overlay, svg, labels.resize);
  makeShapeTip(overlay, paths, (shape) => (shown[shape] < 0 ? [] : lines(shape)));
  return Object.assign(overlay, { timed: { name: data.name, drive, count } });
}

/**
 * Show the names of shapes that are there, and wide enough for them.
 *
 * @param {SVGSVGElement} svg
 * @param {(shape: number) => boolean} isShown
 */
function placeLabels(svg, isShown) {
  let scale = Infinity;
  const labels = findAll("text", svg).map((node) => ({
    node,
    text: /** @type {SVGElement} */ (node.firstElementChild),
    shape: Number(node.dataset.shape),
    far: Number(node.dataset.far),
  }));
  function refresh() {
    for (const { node, shape, far } of labels) {
      node.classList.toggle("on", scale <= far && isShown(shape));
    }
  }
  return {
    refresh,
    /** @param {number} steps a pixel */
    resize(steps) {
      scale = steps;
      for (const { node } of labels) {
        const [place] = `${node.getAttribute("transform")}`.split("scale");
        node.setAttribute("transform", `${place.trim()} scale(${steps})`);
      }
      refresh();
    },
  };
}

/**
 * Tell how many steps of a drawing a pixel has, whenever that changes.
 *
 * @param {L.SVGOverlay} overlay
 * @param {SVGSVGElement} svg
 * @param {(steps: number) => void} resize
 */
function followZoom(overlay, svg, resize) {
  /** @type {L.Map | undefined} */
  let map;
  const follow = () => {
    if (!map) return;
    const bounds = overlay.getBounds();
    const west = map.latLngToLayerPoint(bounds.getSouthWest());
    const east = map.latLngToLayerPoint(bounds.getSouthEast());
    resize(svg.viewBox.baseVal.width / (east.x - west.x));
  };
  overlay.on("add", () => {
    map = mapOf(overlay);
    map?.on("zoomend viewreset resize", follow);
    follow();
  });
  overlay.on("remove", () => void map?.off("zoomend viewreset resize", follow));
}
