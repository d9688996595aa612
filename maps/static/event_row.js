// The events along the axis: one mark where they are apart, one with a number where marks
// would lie on each other, which opens a list.

import { bringIntoView, find, make } from "./nodes.js";

/** @import {Place} from "./axis.js" */
/** @import {PageData} from "./page_data.js" */
/** @import {Store} from "./store.js" */

const TARGET = 24; // pixels: the least side of what a finger is to hit

/** @typedef {ReturnType<typeof makeEventList>} EventList */
/** @typedef {{ x: number, left: number, ids: string[] }} Mark */

/**
 * Gather events into marks: the row is cut into equal cells of a finger's size, and the
 * events of a cell are one mark in the middle of their ticks.
 *
 * @param {PageData["events"]} events
 * @param {Place} place
 * @param {number} start left edge of the row
 * @param {number} width of the row
 */
export function gatherMarks(events, place, start, width) {
  const cell = width / Math.max(1, Math.floor(width / TARGET));
  /** @type {Map<number, Mark & { sum: number }>} */
  const marks = new Map();
  for (const [id, [first]] of events) {
    const x = place(first);
    const at = Math.floor((x - start) / cell);
    const mark = marks.get(at) ?? { x, left: start + at * cell, ids: [], sum: 0 };
    mark.ids.push(id);
    mark.sum += x;
    mark.x = mark.sum / mark.ids.length;
    marks.set(at, mark);
  }
  return { cell, marks: [...marks.entries()].sort(([a], [b]) => a - b).map(([, mark]) => mark) };
}

/**
 * Return what draws the marks of events anew.
 *
 * @param {PageData} data
 * @param {EventList} list
 */
export function makeEventRow(data, { tickOf, name, openAll }) {
  const { labels, texts } = data;
  const row = find("#marks");
  /** @type {(mark: Mark, cell: number, index: number) => HTMLElement} */
  function makeMark({ x, left, ids }, cell, index) {
    const many = ids.length > 1;
    const button = make("button", "");
    button.append(make("span", many ? `${ids.length}` : ""));
    const number = texts.eventsNow.replace("{number}", `${ids.length}`);
    button.ariaLabel = many
      ? [labels[tickOf(ids[0])], number].join(texts.list)
      : name(ids[0]);
    button.tabIndex = index ? -1 : 0;
    button.style.left = `${left}px`;
    button.style.width = `${cell}px`;
    button.style.setProperty("--x", `${x - left}px`);
    button.addEventListener("click", () => openAll(ids));
    return button;
  }
  walkWithArrows(row);

  return (/** @type {Place} */ place, /** @type {number} */ start, /** @type {number} */ width) => {
    const { cell, marks } = gatherMarks(data.events, place, start, width);
    row.replaceChildren(...marks.map((mark, index) => makeMark(mark, cell, index)));
  };
}

/**
 * Return what opens an event, or a list of several over the axis.
 *
 * @param {Pick<PageData, "events" | "labels">} data
 * @param {Store} store
 */
export function makeEventList({ events, labels }, store) {
  const list = makeList(find("#listed"));
  /** @param {string} id */
  const tickOf = (id) => /** @type {[number, number]} */ (events.get(id))[0];
  /** @param {string} id */
  const name = (id) => {
    const title = find(`[data-entry="${CSS.escape(id)}"] h3`)?.textContent;
    return `${labels[tickOf(id)]}: ${title ?? ""}`;
  };
  /** @param {string} id */
  function open(id) {
    store.set({ tick: tickOf(id), select: id });
    bringIntoView(find("#panel"));
  }
  /** @param {string[]} ids */
  const openAll = (ids) => (ids.length > 1 ? list(ids, name, open) : open(ids[0]));
  return { tickOf, name, openAll };
}

/** @param {HTMLElement} list */
function makeList(list) {
  const close = () => (list.hidden = true);
  list.addEventListener("keydown", ({ key }) => key === "Escape" && close());
  list.addEventListener("focusout", ({ relatedTarget }) => {
    if (!list.contains(/** @type {Node} */ (relatedTarget))) close();
  });
  /** @type {(ids: string[], name: (id: string) => string, open: (id: string) => void) => void} */
  return (ids, name, open) => {
    list.replaceChildren(
      ...ids.map((id) => {
        const button = make("button", name(id));
        button.addEventListener("click", () => {
          close();
          open(id);
        });
        return button;
      }),
    );
    list.hidden = false;
    /** @type {HTMLElement} */ (list.firstChild).focus();
  };
}

/**
 * Let arrow keys move the focus along a row of buttons, of which only one is a tab stop.
 *
 * @param {HTMLElement} row
 */
function walkWithArrows(row) {
  row.addEventListener("keydown", (event) => {
    const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!way) return;
    const all = /** @type {HTMLElement[]} */ ([...row.children]);
    all[all.indexOf(/** @type {HTMLElement} */ (document.activeElement)) + way]?.focus();
    event.preventDefault();
  });
}
