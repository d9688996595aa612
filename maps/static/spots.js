// A layer of single events: a mark for every place, set where it differs from before.

import { find, findAll } from "./nodes.js";
import { valueAt } from "./slices.js";

/** @import {Layer} from "./layers.js" */
/** @import {Changes, Look, SpotData} from "./payload" */

/**
 * @typedef {object} Spot the elements of a mark, and what it shows
 * @property {SVGElement} node
 * @property {Changes<Look>} looks
 * @property {Look | undefined} shown
 * @property {Element} ground
 * @property {Element[]} parts circles: most and fewest killed, the ring, the dot
 * @property {Element} text
 */

const RINGS = "data-ring";

/**
 * Start a layer of single events.
 *
 * @param {SVGElement} group
 * @param {SpotData} given
 * @param {number} gap pixels between a mark and the ring around it
 * @returns {Layer}
 */
export function makeSpots(group, given, gap) {
  const spots = collectSpots(group, given.looks);
  const entries = collectPlaces(given.id, spots.length);
  let [tick, scale] = [0, 1];

  return {
    paint(now) {
      tick = now;
      for (const spot of spots) {
        const look = valueAt(spot.looks, tick);
        if (look !== spot.shown) drawSpot(spot, look, gap, scale);
      }
    },
    resize(now) {
      scale = now;
      for (const { node, shown } of spots) {
        if (shown?.[0]) node.setAttribute(RINGS, ringOf(shown, gap, scale));
      }
    },
    busiest: () =>
      spots
        .map(({ looks }, key) => ({ key, count: valueAt(looks, tick)[0] }))
        .filter(({ count }) => count)
        .sort((a, b) => b.count - a.count || a.key - b.key),
    hit(target) {
      const spot = target.closest("[data-spot]");
      return spot ? Number(spot.getAttribute("data-spot")) : undefined;
    },
    name: (key) => given.names[key],
    choose(key) {
      spots.forEach(({ node }, index) => node.classList.toggle("chosen", index === key));
    },
    events: (key, isAlways) =>
      entries[key]
        .filter(({ first, last }) => isAlways || (first <= tick && tick <= last))
        .map(({ node }) => node),
  };
}

/**
 * @param {SVGElement} group
 * @param {Array<Changes<Look>>} looks
 * @returns {Spot[]}
 */
function collectSpots(group, looks) {
  /** @type {SVGElement[]} */
  const nodes = findAll("[data-spot]", group);
  return nodes.map((node, key) => ({
    node,
    looks: looks[key],
    shown: undefined,
    ground: find(".ground", node),
    parts: ["most", "least", "near", "dot"].map((name) => find(`.${name}`, node)),
    text: find("text", node),
  }));
}

/**
 * List the entries of the text for every place, each with its first and last tick.
 *
 * @param {string} id of the layer
 * @param {number} count how many places there are
 */
function collectPlaces(id, count) {
  /** @type {Array<Array<{ node: HTMLElement, first: number, last: number }>>} */
  const entries = Array.from({ length: count }, () => []);
  for (const node of findAll(`[data-item="${CSS.escape(id)}"]`)) {
    const [first, last] = node.dataset.span.split(" ").map(Number);
    entries[Number(node.dataset.place)].push({ node, first, last });
  }
  return entries;
}

/**
 * @param {Spot} spot
 * @param {Look} look
 * @param {number} gap
 * @param {number} scale
 */
function drawSpot(spot, look, gap, scale) {
  spot.shown = look;
  const [count, dot, least, most, reach] = look;
  spot.node.setAttribute("data-events", `${count}`);
  if (!count) return;
  spot.ground.setAttribute("r", `${reach ?? 0}`);
  [most, least, dot + gap, dot].forEach((r, index) => {
    spot.parts[index].setAttribute("r", `${r}`);
  });
  spot.text.textContent = count > 1 ? `${count}` : "";
  spot.node.setAttribute(RINGS, ringOf(look, gap, scale));
}

/**
 * Tell how exactly a place is drawn, as Look.ring in Python does.
 *
 * @param {Look} look
 * @param {number} gap
 * @param {number} scale
 */
function ringOf([, dot, , , reach], gap, scale) {
  if (reach === null) return "region";
  if (!reach) return "exact";
  return reach >= (dot + gap) * scale ? "ground" : "near";
}
