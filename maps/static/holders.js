// Who holds disputed areas, in words: on the map and in the key of the view of control.

import { find, findAll, make } from "./nodes.js";
import { valueAt } from "./slices.js";

/** @import {PageData} from "./page_data.js" */
/** @import {Listener} from "./store.js" */

const SVG = "http://www.w3.org/2000/svg";

/**
 * Return a listener that names the holders of a tick while the view of control is chosen.
 *
 * @param {SVGElement} svg
 * @param {PageData} data
 * @returns {Listener}
 */
export function makeHolders(svg, { held: states, titles }) {
  const list = find("#holders");
  /** @type {SVGGraphicsElement[]} */
  const areas = findAll("[data-held]", svg);
  const held = areas.map((area) => ({ area, id: `${area.dataset.held}` }));
  const names = document.createElementNS(SVG, "g");
  names.classList.add("holders");
  svg.querySelector(".labels")?.after(names);
  let shown = "";

  return ({ tick, view }) => {
    const now = held.filter(
      ({ id }) => view === "control" && states[id] && valueAt(states[id], tick) !== "none",
    );
    const key = `${now.map(({ id }) => id)}`;
    if (key === shown) return;
    shown = key;
    list?.replaceChildren(
      ...now.map(({ id }) => make("li", titles[id])),
    );
    names.replaceChildren();
    for (const { area, id } of now) nameArea(svg, names, area, titles[id]);
  };
}

/**
 * Name an area in its middle, unless the name would be cut, or cover another or a sign.
 *
 * @param {SVGElement} svg
 * @param {SVGGElement} names
 * @param {SVGGraphicsElement} area
 * @param {string} title
 */
function nameArea(svg, names, area, title) {
  const { x, y, width, height } = area.getBBox();
  const text = document.createElementNS(SVG, "text");
  text.textContent = title;
  text.setAttribute("x", `${x + width / 2}`);
  text.setAttribute("y", `${y + height / 2}`);
  names.append(text);
  const own = text.getBoundingClientRect();
  /** @type {SVGElement[]} */
  const others = findAll(".label text, text.label, .holders text, .marks use", svg);
  const { left, right } = find(".leaflet-container").getBoundingClientRect();
  const isCut = own.left < left || own.right > right;
  const isCovering = others.some((other) => {
    const box = other.getBoundingClientRect();
    const isBeside = own.right < box.left || box.right < own.left;
    return other !== text && box.width && !isBeside && own.top < box.bottom && box.top < own.bottom;
  });
  if (isCut || isCovering) text.remove();
}
