// Figures of one quantity as dots and ranges on one scale, with who gives each.

import { make } from "./nodes.js";

const SHARE = 62; // percent of the scale's width for the highest, with room for its number

/**
 * Draw each quantity that figures of a list give.
 *
 * @param {HTMLElement[]} items with `data-at`: low, high and quantity
 * @returns {HTMLElement[]}
 */
export function plotFigures(items) {
  /** @type {Map<string, HTMLElement[]>} */
  const kinds = new Map();
  for (const item of items) {
    const kind = item.dataset.at?.split(";")[2];
    if (kind) kinds.set(kind, [...(kinds.get(kind) ?? []), item]);
  }
  return [...kinds.values()].map(plotOne);
}

/** @param {HTMLElement[]} items */
function plotOne(items) {
  const plot = make("div", "");
  plot.className = "plot";
  const read = items.map((item) => {
    const [low, high] = /** @type {string} */ (item.dataset.at).split(";");
    return { low, high, by: item.querySelector("bdi")?.textContent ?? "" };
  });
  const most = Math.max(...read.map(({ low, high }) => +(high || low)));
  for (const { low, high, by } of read) {
    const row = make("p", "");
    const start = +(low || high);
    const scale = make("span", "");
    const number = low === high ? low : !high ? `> ${low}` : `${low}–${high}`;
    scale.append(make("i", ""), make("b", low ? number : `≤ ${high}`));
    row.style.setProperty("--a", `${(SHARE * start) / most}%`);
    row.style.setProperty("--w", `${(SHARE * (+(high || low) - start)) / most}%`);
    const who = make("small", by);
    who.title = by;
    row.append(scale, who);
    plot.append(row);
  }
  return plot;
}
