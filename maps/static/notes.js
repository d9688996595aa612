// The note of an article's step: a short text on the map, with an arrow to what it is about.

import { find, findAll, makeSvg } from "./nodes.js";

/** @import {Atlas} from "./main.js" */
/** @typedef {[x: number, y: number]} Point pixels of the window */

const LINE = 17; // pixels
const SHORT = 9; // pixels between the arrow and the middle of what it points at
const TRIED = 48; // that are tried: 16 directions, three distances
const COVERED = "#scene text, #scene [data-phase=now], .key, .credit, #scale, .time";
const OUTSIDE = 99; // as bad as covering so many

/**
 * Show in a story the note of the tick and of what is selected, and keep it in its place.
 *
 * @param {L.Map} map
 * @param {Atlas} atlas
 */
export function startNotes(map, { data, store }) {
  if (document.documentElement.dataset.chrome !== "story") return;
  /** @type {SVGSVGElement} */
  const svg = find("#scene");
  const group = svg.appendChild(makeSvg("g", { class: "note" }));

  function draw() {
    const { tick, select } = store.get();
    const note = data.notes?.find(([at, who]) => at === tick && who === select);
    group.replaceChildren();
    const about = note && find(`[data-code="${note[2]}"],[data-event="${note[2]}"]`, svg);
    if (!about) return;
    // What is drawn is in pixels of the window.
    const { a, d, e, f } = /** @type {DOMMatrix} */ (svg.getScreenCTM()).inverse();
    group.setAttribute("transform", `matrix(${[a, 0, 0, d, e, f]})`);
    const others = findAll(COVERED).map((node) => node.getBoundingClientRect());
    const text = group.appendChild(makeSvg("text"));
    for (const line of note[3]) {
      text.appendChild(makeSvg("tspan", { x: 0, dy: LINE })).textContent = line;
    }
    const half = [text.getBBox().width / 2 + 8, (note[3].length * LINE) / 2 + 4];
    const frame = map.getContainer().getBoundingClientRect();
    const end = middleOf(about.getBoundingClientRect(), frame);
    const [x, y] = findPlace(end, half, frame, others);
    text.setAttribute("transform", `translate(${x} ${y - half[1] + 4 - LINE / 2})`);
    text.before(makeSvg("path", { d: drawArrow([x, y], end, half) }));
  }

  store.subscribe(draw);
  map.on("moveend resize", draw);
  draw();
}

/**
 * @param {DOMRect} box
 * @param {DOMRect} frame
 * @returns {Point} the middle of what is seen of it
 */
const middleOf = ({ left, right, top, bottom }, frame) => [
  (Math.max(left, frame.left) + Math.min(right, frame.right)) / 2,
  (Math.max(top, frame.top) + Math.min(bottom, frame.bottom)) / 2,
];

/**
 * Find the place around a point where a text covers least.
 *
 * @param {Point} point
 * @param {number[]} half of the text's width and height
 * @param {DOMRect} frame
 * @param {DOMRect[]} others
 * @returns {Point} the middle of the text
 */
function findPlace([x, y], [across, down], frame, others) {
  let least = Infinity;
  let best = [x, y];
  for (let place = 0; place < TRIED; place++) {
    const away = 34 + 28 * (place >> 4);
    const angle = (place * Math.PI) / 8;
    const cx = x + Math.cos(angle) * (away + across);
    const cy = y + Math.sin(angle) * (away + down);
    /** @type {(box: DOMRect, side: number) => boolean} whether it is nearer than that */
    const meets = ({ x, y, width, height }, side) =>
      Math.abs(x + width / 2 - cx) < width / 2 + side * across &&
      Math.abs(y + height / 2 - cy) < height / 2 + side * down;
    const covers = others.filter((box) => box.width && meets(box, 1)).length;
    const cost = meets(frame, -1) ? covers : covers + OUTSIDE;
    if (cost < least) [least, best] = [cost, [cx, cy]];
  }
  return /** @type {Point} */ (best);
}

/**
 * @param {Point} from the middle of a text
 * @param {Point} to
 * @param {number[]} half of the text's width and height
 */
function drawArrow([x, y], [toX, toY], [across, down]) {
  const [dx, dy] = [toX - x, toY - y];
  const out = Math.min(across / Math.abs(dx), down / Math.abs(dy)); // where it leaves the text
  const end = 1 - SHORT / Math.hypot(dx, dy);
  const [endX, endY] = [x + dx * end, y + dy * end];
  const head = [-2.6, 2.6].map((turn) => {
    const angle = Math.atan2(dy, dx) + turn;
    return `M${endX} ${endY}l${8 * Math.cos(angle)} ${8 * Math.sin(angle)}`;
  });
  return `M${x + dx * out} ${y + dy * out}L${endX} ${endY}${head}`;
}
