// Children of an element in the wanted order.

import { findAll } from "./nodes.js";

/**
 * Make nodes the children of an element. What stays stays in its place: the browser lays
 * out again only what is new.
 *
 * @param {HTMLElement} parent
 * @param {HTMLElement[]} nodes
 */
export function arrange(parent, nodes) {
  const wanted = new Set(nodes);
  for (const child of findAll(":scope > *", parent)) if (!wanted.has(child)) child.remove();
  nodes.forEach((node, index) => {
    if (parent.children[index] !== node) {
      parent.insertBefore(node, parent.children[index] ?? null);
    }
  });
}
