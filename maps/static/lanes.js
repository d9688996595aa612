// The picture behind the slider: a lane of states for each item, or a stepped line; calls
// for help, incidents, breaks of the axis, and its labels.

import { chooseLabels } from "./axis.js";
import { makeSvg } from "./nodes.js";
import { valueAt } from "./slices.js";

/** @import {Place} from "./axis.js" */
/** @import {PageData} from "./page_data.js" */
/** @import {Changes} from "./payload" */

export const TOP = 4; // pixels above the lanes, for the end of the thumb
export const EVENT_ROW = 24; // pixels: the marks of events over the labels of the axis
export const BARS = 14; // pixels: the histogram
const GAP = 1; // pixels between two lanes
// A contingent is the higher the more of it is there.
const PARTS = new Map([
  ["preparing", 0.25],
  ["arriving", 0.6],
  ["leaving", 0.6],
  ["gone", 0],
]);

/**
 * @typedef {object} Stage what is drawn on, in pixels
 * @property {SVGSVGElement} svg
 * @property {Place} place
 * @property {number} step between two ticks
 * @property {number} first tick
 * @property {number} last tick
 * @property {number} bottom of the lanes and the histogram
 * @property {number} pitch from one lane to the next
 */

/**
 * Draw the picture. The names of the lanes stand before them.
 *
 * @param {Stage} stage
 * @param {PageData} data
 * @returns {void}
 */
export function drawLanes(stage, data) {
  const { lanes, incidents, counts, turns } = data;
  const { place, bottom, svg } = stage;
  const drawn = lanes.length
    ? [...drawStates(stage, data), ...drawCalls(stage, data)]
    : drawSteps(stage, counts, turns);
  svg.replaceChildren(
    ...drawBreaks(stage, data),
    ...drawn,
    ...incidents.map(([tick, count]) => drawBar(stage, tick, count, incidents)),
    ...chooseLabels(data.axis, stage.step).map(([tick, label]) =>
      drawText(place(tick), bottom + EVENT_ROW - 2, label || data.ticks[tick], "axis"),
    ),
  );
}

/** @type {(x: number, y: number, text: string, kind: string) => SVGTextElement} */
export function drawText(x, y, text, kind) {
  const node = makeSvg("text", { x, y, class: kind });
  node.textContent = text;
  return node;
}

/**
 * Draw a bar from one tick up to another, half a step about each, but at the ends no
 * further than half the thumb.
 *
 * @param {Stage} stage
 * @param {number} from
 * @param {number} to the first tick after it
 * @param {number} y its foot
 * @param {number} height
 */
function writeBar({ place, step, first, last }, from, to, y, height) {
  const way = Math.sign(place(1) - place(0));
  /** @param {boolean} isEnd */
  const half = (isEnd) => (way * (isEnd ? Math.min(step, 20) : step)) / 2;
  const [a, b] = [place(from) - half(from === first), place(to - 1) + half(to > last)];
  return `M${a.toFixed(1)} ${y}H${b.toFixed(1)}v${-height}H${a.toFixed(1)}z`;
}

/** @type {(stage: Stage, data: PageData) => SVGElement[]} */
function drawStates(stage, { lanes, states, contingents, areas }) {
  const { pitch } = stage;
  /** @type {Map<string, string>} */
  const paths = new Map();
  lanes.forEach(([id], row) => {
    // Own names only: a state may have any word for a code.
    const kinds = [contingents, areas, states].filter((kind) => Object.hasOwn(kind, id));
    const changes = kinds[0][id];
    changes.forEach(([began, state], index) => {
      const from = Math.max(began, stage.first);
      const to = Math.min(changes[index + 1]?.[0] ?? Infinity, stage.last + 1);
      const height = (PARTS.get(state) ?? 1) * (pitch - GAP);
      if (state === "none" || !height || from >= to) return;
      const bar = writeBar(stage, from, to, TOP + (row + 1) * pitch - GAP, height);
      paths.set(state, (paths.get(state) ?? "") + bar);
    });
  });
  return [...paths].map(([state, d]) => {
    const group = makeSvg("g", { class: "lane swatch", "data-state": state });
    group.append(makeSvg("path", { d }));
    return group;
  });
}

/**
 * Draw calls for help on the lane of who asked: filled where troops came.
 *
 * @type {(stage: Stage, data: PageData) => SVGElement[]}
 */
function drawCalls({ place, pitch }, { lanes, calls, events }) {
  const rows = lanes.map(([id]) => id);
  return Object.entries(calls).flatMap(([event, [code, isSent]]) => {
    const span = events.get(event);
    if (!span) return [];
    const y = TOP + (rows.indexOf(code) + 0.5) * pitch - GAP / 2;
    return makeSvg("path", {
      class: "call-sign",
      "data-call": event,
      "data-sent": `${isSent}`,
      d: `M${place(span[0])} ${y - 5}l5 5-5 5-5-5z`,
    });
  });
}

/** @type {(stage: Stage, tick: number, count: number, all: Changes<number>) => SVGElement} */
function drawBar({ place, step, bottom }, tick, count, all) {
  const height = (count / Math.max(...all.map(([, most]) => most))) * (BARS - 2);
  const width = Math.max(2, Math.min(6, step - 1));
  const x = place(tick) - width / 2;
  return makeSvg("rect", { class: "bar", x, y: bottom - height, width, height });
}

/**
 * Draw the number of members as a stepped line, with who joined and who left.
 *
 * @type {(stage: Stage, counts: Changes<number>, turns: [number, number, number][]) => SVGElement[]}
 */
function drawSteps(stage, counts, turns) {
  const { place, bottom, last } = stage;
  const most = Math.max(1, ...counts.map(([, count]) => count));
  /** @param {number} count */
  const height = (count) => bottom - 2 - (count / most) * (bottom - TOP - 14);
  let d = "";
  for (const [tick, count] of counts) {
    d += d ? `H${place(tick)}V${height(count)}` : `M${place(tick)} ${height(count)}`;
  }
  const peak = counts.reduce((best, one) => (one[1] > best[1] ? one : best));
  const [, now] = counts[counts.length - 1];
  return [
    makeSvg("path", { class: "steps", d: `${d}H${place(last)}` }),
    drawText(place(peak[0]), height(peak[1]) - 4, `${peak[1]}`, "axis"),
    drawText(place(last), height(now) - 4, now === peak[1] ? "" : `${now}`, "axis"),
    ...turns.map(([tick, joined, left]) => {
      const y = height(valueAt(counts, tick));
      const up = joined ? `M${place(tick)} ${y - 8}l4 6h-8z` : "";
      const down = left ? `M${place(tick)} ${y + 8}l4-6h-8z` : "";
      return makeSvg("path", { class: "turn", d: up + down });
    }),
  ];
}

/**
 * Draw where the axis changes its step: a zigzag, and a tint on every second part.
 *
 * @type {(stage: Stage, data: PageData) => SVGElement[]}
 */
function drawBreaks({ place, bottom, last }, { breaks }) {
  /** @param {number} tick */
  const after = (tick) => (place(tick) + place(tick + 1)) / 2;
  const zigzag = "l2 2-4 4 2 2".repeat((bottom - TOP) / 8);
  return breaks.flatMap((tick, index) => {
    const x = after(tick);
    const end = index + 1 < breaks.length ? after(breaks[index + 1]) : place(last);
    const tint = makeSvg("rect", {
      class: "tint",
      x: Math.min(x, end),
      y: TOP,
      width: index % 2 ? 0 : Math.abs(end - x),
      height: bottom - TOP,
    });
    return [tint, makeSvg("path", { class: "break", "data-break": tick, d: `M${x} ${TOP}${zigzag}` })];
  });
}
