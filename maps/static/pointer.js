// Mouse and finger on the scene: the tip, a small label that follows, and choosing.

import { bringIntoView, find, findAll } from "./nodes.js";
import { valueAt } from "./slices.js";
import { middle } from "./walk.js";

/** @import {Marked} from "./nodes.js" */
/** @import {PageData} from "./page_data.js" */

/**
 * @typedef {object} Pointer
 * @property {() => void} refresh
 * @property {(node: Element) => void} pointAt
 * @property {() => void} leave
 * @property {(name: (event: MouseEvent) => string | undefined) => void} nameBy
 */

const REACH = 22; // pixels around a finger, within which it means a mark
const ROOM = 60; // pixels a label needs below the pointer

const CHOSEN = "[data-event],[data-contingent],[data-code]"; // what can be chosen
const NAMED = `${CHOSEN},[data-held],[data-line],[data-object]`; // none within another

/**
 * Make the only owner of the tip.
 *
 * @param {L.Map} map
 * @param {SVGElement} svg
 * @param {(target: Element) => string} describe what to say of an element
 * @param {(name: string) => void} onSelect
 * @param {(events: string[]) => void} onMarks what to do with several marks under a finger
 * @returns {Pointer}
 */
export function makePointer(map, svg, describe, onSelect, onMarks) {
  const tip = find("#tip");
  const frame = map.getContainer();
  /** @type {Element | undefined} */
  let target;
  /** @type {(event: MouseEvent) => string | undefined} */
  let nameOf = () => undefined;

  function refresh(text = target ? describe(target) : "") {
    if (!target && tip.hidden) return;
    tip.textContent = text;
    tip.hidden = !text;
  }

  /** @param {MouseEvent} event */
  function point(event) {
    const box = frame.getBoundingClientRect();
    target = /** @type {Element} */ (event.target);
    refresh(nameOf(event));
    placeTip(tip, frame, event.clientX - box.left, event.clientY - box.top);
  }

  function leave() {
    target = undefined;
    refresh();
  }

  svg.addEventListener("pointermove", point);
  svg.addEventListener("pointerleave", (event) => {
    // A finger leaves as soon as it is lifted; what it touched stays named.
    if (event.pointerType !== "touch") leave();
  });
  map.on("movestart", () => void (tip.hidden = true));
  map.on("click", ({ originalEvent }) => {
    const target = /** @type {Element} */ (originalEvent.target);
    const isTouch = /** @type {PointerEvent} */ (originalEvent).pointerType === "touch";
    const near = isTouch ? marksAround(svg, originalEvent) : [];
    if (near.length > 1) return onMarks(near);
    /** @type {Marked | null} */
    const hit = target.closest(CHOSEN);
    if (!near.length && (!hit || !svg.contains(hit))) return;
    // Under a finger nobody reads a label, and the panel answers.
    if (!isTouch) point(originalEvent);
    const { event, contingent, code } = hit?.dataset ?? {};
    onSelect(near[0] ?? event ?? contingent ?? code);
    if (isTouch) bringIntoView(find("#panel"));
  });
  return {
    refresh,
    leave,
    pointAt(node) {
      target = node;
      refresh();
      const { x, y } = middle(node, frame);
      placeTip(tip, frame, x, y);
    },
    // What a layer shows is named where the pointer is, not by an element.
    nameBy: (name) => void (nameOf = name),
  };
}

/**
 * List the events whose marks a finger may mean, the nearest first.
 *
 * @param {SVGElement} svg
 * @param {{ clientX: number, clientY: number }} finger
 */
function marksAround(svg, { clientX, clientY }) {
  return findAll(".marks [data-event] use", svg)
    .map((sign) => {
      const { x, y, width, height } = sign.getBoundingClientRect();
      const far = Math.hypot(x + width / 2 - clientX, y + height / 2 - clientY);
      /** @type {Marked | null} */
      const mark = sign.closest("[data-event]");
      return { id: `${mark?.dataset.event}`, far: width ? far : Infinity };
    })
    .filter(({ far }) => far <= REACH)
    .sort((a, b) => a.far - b.far)
    .map(({ id }) => id);
}

/**
 * Say what an element of the scene is at a tick.
 *
 * @param {Element} target
 * @param {number} tick
 * @param {PageData} data
 */
export function describeTarget(target, tick, data) {
  const { states, contingents, names, stateLabels, titles } = data;
  /** @type {Marked | null} */
  const node = target.closest(NAMED);
  if (!node) return "";
  const { event, held, line, object, contingent, code } = node.dataset;
  if (event) {
    const entry = `[data-entry="${CSS.escape(event)}"] h3`;
    return document.querySelector(entry)?.textContent ?? "";
  }
  if (contingent) {
    const now = valueAt(contingents[contingent], tick);
    return `${names[contingent]}: ${stateLabels[now]}`;
  }
  if (!code) return titles[held ?? line ?? object] ?? "";
  const state = states[code] ? valueAt(states[code], tick) : "none";
  return state === "none" ? names[code] : `${names[code]}: ${stateLabels[state]}`;
}

/**
 * Put the tip beside a point of the frame, on the side that has room.
 *
 * @param {HTMLElement} tip
 * @param {HTMLElement} frame
 * @param {number} x
 * @param {number} y
 */
function placeTip({ style }, frame, x, y) {
  const box = frame.getBoundingClientRect();
  const isLate = x > box.width / 2;
  const isLow = y > box.height - ROOM;
  style.left = isLate ? "auto" : `${x + 14}px`;
  style.right = isLate ? `${box.width - x + 14}px` : "auto";
  style.top = isLow ? "auto" : `${y + 14}px`;
  style.bottom = isLow ? `${box.height - y + 14}px` : "auto";
}
