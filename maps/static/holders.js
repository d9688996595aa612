// Who holds disputed areas, in words: on the map and in the key of the view of control.

import { find, findAll, make, makeSvg } from "./nodes.js";

/** @import {Data} from "./nodes.js" */
/** @import {PageData} from "./page_data.js" */
/** @import {Listener} from "./store.js" */

const WIDEST = 2; // widths of an area
// Shares of width and height of an area, where its name is tried.
const STANDS = [
  [0.5, 0.5],
  [0.65, 0.5],
  [0.35, 0.5],
  [0.5, 0.25],
  [0.5, 0.75],
];
const WRITTEN = ".label text, text.label, .holders text, .marks use";

/** @param {Data} area */
const heldOf = ({ dataset }) => dataset.held;

/**
 * Return a listener that names the holders of a tick while the view of control is chosen. The
 * scene has to be painted before.
 *
 * @param {L.Map} map
 * @param {SVGElement} svg
 * @param {PageData} data
 * @returns {Listener}
 */
export function makeHolders(map, svg, { titles }) {
  const list = find("#holders");
  const names = makeSvg("g", { class: "holders" });
  svg.querySelector(".labels")?.after(names);
  /** @type {(SVGGraphicsElement & Data)[]} */
  let now = [];

  function draw() {
    names.replaceChildren();
    for (const area of now) nameArea(map, names, area, titles[heldOf(area)]);
  }

  map.on("moveend resize", draw);
  return ({ view }) => {
    const before = `${now.map(heldOf)}`;
    now = view === "control" ? findAll("[data-held]:not([data-state=none])", svg) : [];
    if (before === `${now.map(heldOf)}`) return;
    list?.replaceChildren(...now.map((area) => make("li", titles[heldOf(area)])));
    draw();
  };
}

/**
 * Name an area, on a line for it and one for its holder: unless the name is much wider than
 * the area, leaves the frame, or would cover another name or a sign.
 *
 * @param {L.Map} map
 * @param {SVGElement} names
 * @param {SVGGraphicsElement} area
 * @param {string} title
 */
function nameArea(map, names, area, title) {
  const { x, y, width, height } = area.getBBox();
  const text = makeSvg("text");
  title.match(/.+?[,،;]|.+/g)?.forEach((line, number) => {
    const part = makeSvg("tspan", { x: 0, dy: number ? "1.2em" : "-.6em" });
    part.textContent = line;
    text.append(part);
  });
  names.append(text);
  /** @type {Element[]} */
  const others = findAll(WRITTEN);
  const isFree = STANDS.some(([across, down]) => {
    text.setAttribute("transform", `translate(${x + width * across} ${y + height * down})`);
    return isClearOf(text, area, others, map.getContainer().getBoundingClientRect());
  });
  if (!isFree) text.remove();
}

/**
 * @param {Element} text
 * @param {Element} area
 * @param {Element[]} others
 * @param {DOMRect} frame
 */
function isClearOf(text, area, others, frame) {
  const own = text.getBoundingClientRect();
  const isCovering = others.some((other) => {
    const { left, right, top, bottom } = other.getBoundingClientRect();
    const isNear = own.left < right && left < own.right && own.top < bottom && top < own.bottom;
    return isNear && other !== text;
  });
  const isWhole = own.left >= frame.left && own.right <= frame.right;
  return isWhole && !isCovering && own.width < WIDEST * area.getBoundingClientRect().width;
}
