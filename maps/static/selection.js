// The mark on the scene of what is chosen.

import { findAll } from "./nodes.js";

/** @import {Listener} from "./store.js" */

/**
 * Return a listener that marks what is chosen, and nothing else.
 *
 * @param {SVGElement} svg
 * @returns {Listener}
 */
export function makeSelection(svg) {
  let shown = "";
  /** @type {Element[]} */
  let marked = [];
  return ({ select }) => {
    if (select === shown) return;
    shown = select;
    for (const node of marked) node.classList.remove("chosen");
    const name = CSS.escape(select);
    const parts = ["code", "event", "contingent"].map((part) => `[data-${part}="${name}"]`);
    marked = select ? findAll(parts.join(), svg) : [];
    for (const node of marked) node.classList.add("chosen");
  };
}
