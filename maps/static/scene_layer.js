// A scene of an atlas as a layer with time of any folium map.

import { find, findAll } from "./nodes.js";
import { fitScene } from "./overlay.js";
import { makePainter } from "./painter.js";
import { isLifted, makeShapeTip, mapOf } from "./shape_tip.js";
import { valueAt } from "./slices.js";

/** @import {States} from "./payload" */
/** @import {Span} from "./page_data.js" */
/** @import {TimedOverlay} from "./time_layer.js" */

/**
 * @typedef {object} SceneData
 * @property {string} name
 * @property {Record<string, States>} layers states by layer, as the painter names them
 * @property {[id: string, first: number, last: number, title: string][]} events
 * @property {Record<string, string>} names of territories and areas
 * @property {[state: string, label: string, colour: string][]} states in the key's order
 * @property {string} none what is said of who has no status
 * @property {number} start the tick that is drawn
 */

/**
 * @param {HTMLElement} place holds the drawing
 * @param {[L.LatLngTuple, L.LatLngTuple]} bounds
 * @param {SceneData} data
 * @returns {TimedOverlay}
 */
export function makeSceneLayer(place, bounds, data) {
  /** @type {SVGSVGElement} */
  const svg = find("svg", place);
  const { layers, names } = data;
  const events = new Map(
    data.events.map(([id, first, last]) => [id, /** @type {Span} */ ([first, last])]),
  );
  const paint = makePainter(svg, /** @type {any} */ ({ ...layers, events, members: {} }));
  const labels = Object.fromEntries(data.states);
  let tick = data.start;

  /** @param {number[]} own the scene's tick at each of the slider's */
  const drive = (own) => (/** @type {number} */ wanted) => {
    const before = tick;
    tick = own[wanted];
    paint(/** @type {any} */ ({ tick, organisation: "" }), /** @type {any} */ ({}));
    if (tick === before) return [];
    return Object.entries(layers.states)
      .filter(([, changes]) => valueAt(changes, tick) !== valueAt(changes, before))
      .map(([code, changes]) => {
        const state = valueAt(changes, tick);
        return `${names[code] ?? code}: ${labels[state] ?? data.none}`;
      });
  };

  const count = () =>
    data.states.map(([state, label, colour]) => ({
      label,
      colour,
      count: Object.values(layers.states).filter((found) => valueAt(found, tick) === state)
        .length,
    }));

  const overlay = L.svgOverlay(svg, bounds, { interactive: true });
  overlay.on("add", () => fitScene(/** @type {L.Map} */ (mapOf(overlay)), svg, bounds));
  const titles = Object.fromEntries(data.events.map(([id, , , title]) => [id, title]));
  /** @param {DOMStringMap} found */
  const describe = ({ event = "", code = "", area = "", state = "" }) =>
    titles[event] ?? `${names[code || area] ?? code}: ${labels[state] ?? data.none}`;
  nameShapes(overlay, svg, data.name, describe);
  return Object.assign(overlay, { timed: { name: data.name, drive, count } });
}

/**
 * Tell at the pointer, a finger and the arrow keys what a territory is and has; of areas
 * and marks of events at a pointer or a finger.
 *
 * @param {L.SVGOverlay} overlay
 * @param {SVGSVGElement} svg
 * @param {string} title of the layer
 * @param {(found: DOMStringMap) => string} describe
 */
function nameShapes(overlay, svg, title, describe) {
  /** @type {SVGPathElement[]} */
  const paths = findAll(".land [data-code]", svg);
  const group = paths[0]?.parentElement;
  for (const [name, value] of [["tabindex", "0"], ["role", "group"], ["aria-label", title]]) {
    group?.setAttribute(name, value);
  }
  const tip = makeShapeTip(overlay, paths, (shape) => {
    const { dataset } = paths[shape];
    return dataset.state === "none" ? [] : [describe(dataset)];
  });
  for (const node of findAll("[data-area], [data-event]", svg)) {
    /** @param {PointerEvent} event */
    const show = ({ clientX, clientY }) =>
      tip.show([describe(node.dataset)], clientX, clientY);
    node.addEventListener("pointermove", show);
    node.addEventListener("pointerdown", show);
    node.addEventListener("pointerleave", (event) => isLifted(event) || tip.show([], 0, 0));
  }
}
