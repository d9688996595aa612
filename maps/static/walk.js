// Arrow keys on the map: from territory to territory as they lie on the drawing.

import { changeAt } from "./slices.js";

const WAYS = {
  ArrowLeft: [-1, 0],
  ArrowUp: [0, -1],
  ArrowRight: [1, 0],
  ArrowDown: [0, 1],
};
const ORDER = Object.keys(WAYS);
const ZOOMS = { "+": 1, "=": 1, "-": -1 };
const PAN = 80; // pixels
const SEEN = 12; // pixels of a territory that have to be in view

// What is heard of a territory: its name, what it is, since when.
export function describeTerritory(code, tick, payload) {
  const { names, stateLabels, since, earlier, texts } = payload;
  const [from, state] = changeOf(payload.states, code, tick);
  const start = !from && Object.hasOwn(earlier, code) ? earlier[code] : since[from];
  const [, sent] = changeOf(payload.contingents, code, tick);
  return [
    `${names[code]}: ${stateLabels[state]}${state === "none" ? "" : start}`,
    ...(sent === "none" ? [] : [stateLabels[sent]]),
  ].join(texts.list);
}

function changeOf(runs, code, tick) {
  if (!Object.hasOwn(runs, code)) return [0, "none"];
  return changeAt(runs[code], tick);
}

// `territories` are the nodes that `steps` numbers, four for each.
export function startWalk(map, territories, steps, { onStep, onLeave, onSelect }) {
  const frame = map.getContainer();
  const rings = drawRings(territories[0].ownerSVGElement);
  let here;
  let isWalking = false;

  // Who comes for the first time starts in the middle of what is seen.
  function start() {
    const { width, height } = frame.getBoundingClientRect();
    const far = territories.map((node) => {
      const { x, y, isSeen } = middle(node, frame);
      return isSeen ? Math.hypot(x - width / 2, y - height / 2) : Infinity;
    });
    return far.indexOf(Math.min(...far));
  }

  function go(next) {
    if (next < 0) return;
    isWalking = true;
    here = next;
    const path = territories[here].getAttribute("d");
    for (const ring of rings) ring.setAttribute("d", path);
    const { x, y, isSeen } = middle(territories[here], frame);
    const { width, height } = frame.getBoundingClientRect();
    if (!isSeen) map.panBy([x - width / 2, y - height / 2], { animate: false });
    onStep(territories[here], true);
  }

  function leave() {
    isWalking = false;
    for (const ring of rings) ring.removeAttribute("d");
    onLeave();
  }

  function press({ key, shiftKey }) {
    if (key in WAYS) {
      if (shiftKey) map.panBy(WAYS[key].map((side) => side * PAN), { animate: false });
      else go(isWalking ? steps[4 * here + ORDER.indexOf(key)] : (here ?? start()));
    } else if (key in ZOOMS) {
      const { x, y } = middle(territories[here ?? start()], frame);
      map.setZoomAround(map.containerPointToLatLng([x, y]), map.getZoom() + ZOOMS[key]);
    } else if (!isWalking) return false;
    else if (key === "Enter" || key === " ") onSelect(territories[here].dataset.code);
    else if (key === "Escape") frame.blur();
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
    if (frame.matches(":focus-visible")) go(here ?? start());
  });
  frame.addEventListener("blur", leave);
  map.on("moveend", () => isWalking && onStep(territories[here]));
}

// The middle of what is seen of a territory, in pixels of the frame.
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

// Dark and light: one of the two stands out from whatever lies below.
function drawRings(svg) {
  const labels = svg.querySelector(".labels");
  labels.insertAdjacentHTML("beforebegin", '<g class="ring"><path/><path/></g>');
  return svg.querySelectorAll(".ring path");
}
