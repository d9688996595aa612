// Arrow keys on the map: from territory to territory as they lie on the drawing.

import { find, makeSvg } from "./nodes.js";

/** @import {Data} from "./nodes.js" */

/** @typedef {SVGElement & Data} Territory */

/** @type {Record<string, [x: number, y: number]>} */
const WAYS = {
  ArrowLeft: [-1, 0],
  ArrowUp: [0, -1],
  ArrowRight: [1, 0],
  ArrowDown: [0, 1],
};
const ORDER = Object.keys(WAYS);
/** @type {Record<string, number>} */
const ZOOMS = { "+": 1, "=": 1, "-": -1 };
const PAN = 80; // pixels
const SEEN = 12; // pixels of a territory that have to be in view

/**
 * Let arrow keys go from territory to territory.
 *
 * @param {L.Map} map
 * @param {Territory[]} territories the elements that `steps` numbers, four for each
 * @param {number[]} steps
 * @param {object} options
 * @param {(node: Territory, isNew?: boolean) => void} options.onStep
 * @param {() => void} options.onLeave
 * @param {(code: string) => void} options.onSelect
 */
export function startWalk(map, territories, steps, { onStep, onLeave, onSelect }) {
  const frame = map.getContainer();
  const rings = drawRings(territories[0]);
  /** @type {number | undefined} */
  let here;
  let isWalking = false;
  const place = () => here ?? nearestToMiddle(territories, frame);

  /** @param {number} next */
  function go(next) {
    if (next < 0) return;
    isWalking = true;
    here = next;
    const node = territories[next];
    for (const ring of rings) ring.setAttribute("d", `${node.getAttribute("d")}`);
    panIntoView(map, node);
    onStep(node, true);
  }

  function leave() {
    isWalking = false;
    for (const ring of rings) ring.removeAttribute("d");
    onLeave();
  }

  /** @param {KeyboardEvent} event */
  function press({ key, shiftKey }) {
    if (key in WAYS) {
      if (shiftKey) map.panBy([WAYS[key][0] * PAN, WAYS[key][1] * PAN], { animate: false });
      else go(isWalking ? steps[4 * place() + ORDER.indexOf(key)] : place());
    } else if (key in ZOOMS) {
      const { x, y } = middle(territories[place()], frame);
      map.setZoomAround(map.containerPointToLatLng([x, y]), map.getZoom() + ZOOMS[key]);
    } else if (!isWalking) return false;
    else if (key === "Enter" || key === " ") {
      onSelect(territories[place()].dataset.code);
    } else if (key === "Escape") frame.blur();
    else return false;
    return true;
  }

  frame.tabIndex = 0;
  frame.addEventListener("keydown", (event) => {
    const { target, ctrlKey, metaKey, altKey } = event;
    if (target !== frame || ctrlKey || metaKey || altKey || !press(event)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  frame.addEventListener("focus", () => {
    if (frame.matches(":focus-visible")) go(place());
  });
  frame.addEventListener("blur", leave);
  map.on("moveend", () => isWalking && onStep(territories[place()]));
}

/**
 * Find where somebody starts who comes for the first time: in the middle of what is seen.
 *
 * @param {Territory[]} territories
 * @param {HTMLElement} frame
 */
function nearestToMiddle(territories, frame) {
  const { width, height } = frame.getBoundingClientRect();
  const far = territories.map((node) => {
    const { x, y, isSeen } = middle(node, frame);
    return isSeen ? Math.hypot(x - width / 2, y - height / 2) : Infinity;
  });
  return far.indexOf(Math.min(...far));
}

/**
 * @param {L.Map} map
 * @param {Element} node
 */
function panIntoView(map, node) {
  const frame = map.getContainer();
  const { x, y, isSeen } = middle(node, frame);
  const { width, height } = frame.getBoundingClientRect();
  if (!isSeen) map.panBy([x - width / 2, y - height / 2], { animate: false });
}

/**
 * Find the middle of what is seen of a territory, in pixels of the frame.
 *
 * @param {Element} node
 * @param {HTMLElement} frame
 */
export function middle(node, frame) {
  const view = frame.getBoundingClientRect();
  const box = node.getBoundingClientRect();
  const sides = [
    [box.left - view.left, box.right - view.left, view.width],
    [box.top - view.top, box.bottom - view.top, view.height],
  ].map(([start, end, length]) => {
    const [low, high] = [Math.max(start, 0), Math.min(end, length)];
    const isSeen = high - low >= Math.min(SEEN, end - start);
    return { isSeen, at: isSeen ? (low + high) / 2 : (start + end) / 2 };
  });
  return { x: sides[0].at, y: sides[1].at, isSeen: sides.every((side) => side.isSeen) };
}

/**
 * Draw the outlines of where the keys are. Dark and light: one of the two stands out from
 * whatever lies below.
 *
 * @param {SVGElement} territory
 */
function drawRings(territory) {
  const rings = [makeSvg("path"), makeSvg("path")];
  const group = makeSvg("g", { class: "ring" });
  group.append(...rings);
  find(".labels", /** @type {SVGElement} */ (territory.ownerSVGElement)).before(group);
  return rings;
}
