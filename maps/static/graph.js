// The picture behind the slider: a number along time, when something happened, labels.

import { makeSvg } from "./nodes.js";

/** @import {PageData, Span} from "./page_data.js" */
/** @import {Changes} from "./payload" */

/** @typedef {[tick: number, label: string, level: number]} AxisLabel */
/** @typedef {(tick: number) => number} Place in percent from the left */

const HEIGHT = 46;
const AXIS = 26; // pixels from the top to the slider's line
const MOST = 4; // dots above each other; the panel lists the others
const LABEL_ROOM = 46; // pixels from the middle of a label to that of the next

/**
 * Draw the graph: counts, dots for events, labels.
 *
 * @param {SVGSVGElement} svg
 * @param {Pick<PageData, "ticks" | "counts" | "events" | "axis">} data
 * @param {boolean} rightToLeft
 */
export function drawGraph(svg, { ticks, counts, events, axis }, rightToLeft) {
  const last = Math.max(1, ticks.length - 1);
  /** @type {Place} */
  const place = (tick) => {
    const part = (100 * tick) / last;
    return rightToLeft ? 100 - part : part;
  };
  const labels = chooseLabels(axis, svg.clientWidth / last);
  svg.replaceChildren(
    ...drawCounts(counts, last, place),
    ...drawDots(events.values(), place),
    ...labels.map(([tick, label]) => {
      const text = makeSvg("text", { x: `${place(tick)}%`, y: HEIGHT - 2 });
      text.textContent = label;
      return text;
    }),
  );
}

/**
 * @param {Changes<number>} counts
 * @param {number} last
 * @param {Place} place
 */
function drawCounts(counts, last, place) {
  const most = Math.max(...counts.map(([, count]) => count), 1);
  return counts.map(([from, count], index) => {
    const to = counts[index + 1]?.[0] ?? last;
    const height = (count / most) * (AXIS - 6);
    return makeSvg("rect", {
      x: `${Math.min(place(from), place(to))}%`,
      width: `${Math.abs(place(to) - place(from))}%`,
      y: AXIS - height,
      height,
    });
  });
}

/**
 * @param {Iterable<Span>} spans
 * @param {Place} place
 */
function drawDots(spans, place) {
  /** @type {Record<number, number>} */
  const stacked = {};
  const dots = [];
  for (const [first] of spans) {
    const level = (stacked[first] = (stacked[first] ?? 0) + 1);
    if (level > MOST) continue;
    dots.push(makeSvg("circle", { cx: `${place(first)}%`, cy: AXIS - 3 - 5 * level, r: 2 }));
  }
  return dots;
}

/**
 * Choose the labels that have room: both ends, and between two labels all of the next
 * level.
 *
 * @param {AxisLabel[]} axis
 * @param {number} pixels between two ticks
 * @returns {AxisLabel[]}
 */
export function chooseLabels(axis, pixels) {
  const room = LABEL_ROOM / pixels;
  let chosen = axis.filter(([, , level]) => level === 0);
  const deepest = Math.max(...axis.map(([, , level]) => level));
  for (let level = 1; level <= deepest; level++) {
    const wanted = axis.filter((label) => label[2] === level);
    chosen = chosen.flatMap((label, index) => {
      const next = chosen[index + 1];
      if (!next) return [label];
      const all = [label, ...wanted.filter(isBetween(label, next, room)), next];
      const fits = all.every((one, i) => i === 0 || one[0] - all[i - 1][0] >= room);
      return fits ? all.slice(0, -1) : [label];
    });
  }
  return chosen;
}

/**
 * Near an end one label may fall out; elsewhere it is all or none.
 *
 * @param {AxisLabel} label
 * @param {AxisLabel} next
 * @param {number} room
 * @returns {(label: AxisLabel) => boolean}
 */
function isBetween(label, next, room) {
  return ([tick]) => {
    const before = tick - label[0];
    const after = next[0] - tick;
    const isCrowded = (label[2] === 0 && before < room) || (next[2] === 0 && after < room);
    return before > 0 && after > 0 && !isCrowded;
  };
}
