// Who asked for help and who got it, on one screen in place of the map.

import { find, findAll, makeSvg } from "./nodes.js";

/** @import {Marked} from "./nodes.js" */
/** @import {Store} from "./store.js" */

const AROUND = 0.3; // of the longer side of a state: how much is shown on each side of it

/**
 * Start the button that puts the calls in place of the map, where the page has one.
 *
 * @param {Store} store
 * @param {SVGSVGElement} svg
 * @param {(hash: string) => void} onCall shows what an address stands for
 */
export function startCalls(store, svg, onCall) {
  const button = find("#asked");
  if (!button) return;
  const [board, back] = [find("#board"), find("#back")];
  const root = document.documentElement.dataset;

  function show() {
    const { board: name } = store.get();
    if (board.hidden === !name) return;
    // The map has to be there to be measured: it goes only then.
    if (name) drawAskers(findAll("[data-asker]:empty", board), findAll(".land [data-code]", svg));
    board.hidden = !name;
    button.ariaExpanded = `${!!name}`;
    root.board = name;
    // The window may have changed while the map was away.
    dispatchEvent(new Event("resize"));
  }

  button.addEventListener("click", () => {
    store.set({ board: "calls" });
    back.focus();
  });
  back.addEventListener("click", () => {
    store.set({ board: "" });
    button.focus();
  });
  board.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest("a");
    if (!link) return;
    // Not by the address: the way back of a host's reader is not that of the frame.
    event.preventDefault();
    onCall(link.hash);
    button.focus();
    scrollTo(0, 0);
  });
  store.subscribe(show);
  show();
}

/**
 * Draw who asked, with the land around.
 *
 * @param {(Marked & SVGSVGElement)[]} frames
 * @param {(Marked & SVGPathElement)[]} shapes of all territories
 */
function drawAskers(frames, shapes) {
  const boxes = shapes.map((shape) => shape.getBBox());
  for (const frame of frames) {
    const index = shapes.findIndex(({ dataset }) => dataset.code === frame.dataset.asker);
    if (index < 0) continue;
    const { x, y, width, height } = boxes[index];
    const side = (1 + 2 * AROUND) * Math.max(width, height);
    const [left, top] = [x + (width - side) / 2, y + (height - side) / 2];
    frame.setAttribute("viewBox", [left, top, side, side].join(" "));
    const around = shapes.filter(
      (_, at) =>
        at !== index && boxes[at].x < left + side && boxes[at].x + boxes[at].width > left &&
        boxes[at].y < top + side && boxes[at].y + boxes[at].height > top,
    );
    for (const shape of [...around, shapes[index]]) {
      const kind = shape === shapes[index] ? "call-land call-own" : "call-land";
      frame.append(makeSvg("path", { class: kind, d: shape.getAttribute("d") ?? "" }));
    }
  }
}
