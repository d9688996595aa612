// The time axis: the picture behind the slider, drawn in the direction of time, with the
// marks of events, and the bubble that names what is at the pointer.

import { makeEventRow } from "./event_row.js";
import { writeHeadline } from "./headline.js";
import { BARS, drawLanes, drawText, EVENT_ROW, TOP } from "./lanes.js";
import { find, make, makeSvg } from "./nodes.js";
import { cutToRange } from "./range.js";
import { whenRead } from "./reading.js";

/** @import {Place} from "./axis.js" */
/** @import {EventList} from "./event_row.js" */
/** @import {Stage} from "./lanes.js" */
/** @import {PageData} from "./page_data.js" */
/** @import {Listener, Store} from "./store.js" */

const NAME_SHARE = [0.28, 0.4]; // most of the width that one and two columns of names take
const NAME_GAP = 14; // pixels between the longest name and the middle of the first tick
const NAME_ROOM = 12; // pixels from one name to the next below it
const BROAD = 640; // pixels: a wide page has higher lanes
const ROOMY = 14; // pixels from one lane to the next where the page is wide

/**
 * Draw the picture whenever its size changes; return a listener that turns it.
 *
 * @param {PageData} all
 * @param {Store} store
 * @param {EventList} list
 * @returns {Listener}
 */
export function makeTimeAxis(all, store, list) {
  const data = cutToRange(all);
  const input = find("#time");
  const track = /** @type {HTMLElement} */ (input.parentElement);
  /** @type {SVGSVGElement} */
  const svg = find("#graph");
  const [first, last] = data.range;
  const drawMarks = makeEventRow(data, list);
  /** @type {Stage} */
  let stage;
  const bars = data.incidents.length ? BARS : 0;
  const rows = data.lanes.length;
  if (rows && innerWidth >= BROAD) {
    svg.style.height = `${TOP + rows * ROOMY + bars + EVENT_ROW}px`;
  }
  const setPin = makePin(track, data, store);
  const now = makePrintedLine(() => stage, store);
  const draw = () => {
    const isRtl = getComputedStyle(input).direction === "rtl";
    const width = svg.clientWidth;
    if (!width) return;
    const bottom = svg.clientHeight - EVENT_ROW;
    const pitch = (bottom - TOP - bars) / Math.max(1, rows);
    const names = data.lanes.map(([, name], row) =>
      drawText(0, TOP + (row + 0.5) * pitch + 3, name, "name"),
    );
    svg.replaceChildren(...names);
    const room = setNames(names, pitch, width, isRtl);
    const [start, span] = [isRtl ? 0 : room, width - room];
    const steps = Math.max(1, last - first);
    const step = span / steps;
    stage = {
      ...{ svg, first, last, step, bottom, pitch },
      place: (tick) => start + (span * (isRtl ? last - tick : tick - first)) / steps,
    };
    drawLanes(stage, data);
    svg.append(...names, now);
    // Paper has another width: there the whole picture is scaled.
    svg.setAttribute("viewBox", `0 0 ${width} ${svg.clientHeight}`);
    track.style.setProperty("--names", `${room}px`);
    drawMarks(stage.place, start - 11, span + 22);
    setPin(stage.place);
  };
  // The frame after: what is drawn while sizes are told has the page laid out twice, and
  // the map is to be seen first.
  new ResizeObserver(() => requestAnimationFrame(draw)).observe(svg);
  // The titles of events are read after the map has started.
  whenRead(() => stage && draw());
  startBubble(track, data, () => stage);

  return ({ time }, before) => {
    if (time === before.time) return;
    // Time runs as the language is read, unless the editor has decided.
    /** @type {HTMLElement} */ (input.closest(".time")).dir = time;
    draw();
  };
}

/**
 * Return what puts a line where the other end of a comparison is.
 *
 * @param {HTMLElement} track
 * @param {PageData} data
 * @param {Store} store
 */
function makePin(track, { ticks }, store) {
  const pin = make("i", "");
  pin.className = "pin";
  track.prepend(pin);
  /** @type {Place} */
  let place = () => 0;
  const put = () => {
    const other = ticks.indexOf(store.get().compare);
    pin.hidden = other < 0;
    pin.style.left = `${place(other) + 11}px`;
  };
  store.subscribe((state, before) => state.compare !== before.compare && put());
  return (/** @type {Place} */ now) => {
    place = now;
    put();
  };
}

/**
 * Return a line at the tick that is shown, for paper: there the slider is not.
 *
 * @param {() => Stage | undefined} stageNow
 * @param {Store} store
 */
function makePrintedLine(stageNow, store) {
  const line = makeSvg("path", { class: "now" });
  addEventListener("beforeprint", () => {
    const stage = stageNow();
    if (!stage) return;
    line.setAttribute("d", `M${stage.place(store.get().tick)} 0V${stage.bottom}`);
  });
  return line;
}

/**
 * Set the names of the lanes in one column, or in two by turns where lanes are low, and cut
 * those that are too long; return the room that they take.
 *
 * @param {SVGTextElement[]} names
 * @param {number} pitch
 * @param {number} width
 * @param {boolean} isRtl
 */
function setNames(names, pitch, width, isRtl) {
  if (!names.length) return 0;
  const columns = pitch < NAME_ROOM ? 2 : 1;
  const most = (width * NAME_SHARE[columns - 1]) / columns;
  const widths = names.map((name) => cutText(name, most));
  const column = Math.max(...widths) + 4;
  names.forEach((name, row) => {
    const x = (row % columns) * column;
    name.setAttribute("x", `${isRtl ? width - x : x}`);
  });
  return Math.ceil(columns * column) + NAME_GAP;
}

/**
 * Shorten a text until it fits; return its width.
 *
 * @param {SVGTextElement} node
 * @param {number} most
 */
function cutText(node, most) {
  const text = node.textContent ?? "";
  for (let end = text.length - 1; end && node.getComputedTextLength() > most; end--) {
    node.textContent = `${text.slice(0, end).trimEnd()}…`;
  }
  return node.getComputedTextLength();
}

/**
 * Name the tick at the pointer, or that of the thumb while it moves, and what happened.
 *
 * @param {HTMLElement} track
 * @param {PageData} data
 * @param {() => Stage | undefined} stageOf
 */
function startBubble(track, data, stageOf) {
  const bubble = find("#bubble");
  track.addEventListener("pointermove", ({ clientX }) => {
    const stage = stageOf();
    if (!stage) return;
    const { left, width } = stage.svg.getBoundingClientRect();
    const { place, first, last } = stage;
    const part = (clientX - left - place(first)) / (place(last) - place(first) || 1);
    const tick = first + Math.round(Math.min(1, Math.max(0, part)) * (last - first));
    bubble.textContent = writeHeadline(tick, data);
    bubble.hidden = false;
    const middle = bubble.offsetWidth / 2;
    const x = Math.min(Math.max(place(tick), middle), Math.max(middle, width - middle));
    bubble.style.left = `${x - middle + 11}px`;
  });
  track.addEventListener("pointerleave", () => (bubble.hidden = true));
}
