// The keyboard: the map as one stop of the Tab key, Escape, the link to the slider.

import { find, findAll } from "./nodes.js";
import { describeTerritory } from "./spoken.js";
import { startWalk } from "./walk.js";

/** @import {Atlas} from "./main.js" */
/** @import {Territory} from "./walk.js" */

/**
 * Start the keys of the map and of the page.
 *
 * @param {L.Map} map
 * @param {Atlas} atlas
 * @param {Territory[]} territories those that the arrow keys lead to
 * @param {(text: string) => void} speak
 * @param {(code: string) => void} onSelect
 */
export function startKeyboard(map, { data, store, pointer }, territories, speak, onSelect) {
  const frame = map.getContainer();
  // Screen readers leave the arrow keys to an application.
  frame.role = "application";
  frame.ariaLabel = find("#scene").getAttribute("aria-label");
  frame.setAttribute("aria-describedby", "keys");
  // The keys of the map zoom too, so that it is one stop of the Tab key.
  for (const link of findAll("a", frame)) link.tabIndex = -1;
  startWalk(map, territories, data.steps, {
    onStep: (node, isNew) => {
      pointer.pointAt(node);
      if (isNew) speak(describeTerritory(node.dataset.code, store.get().tick, data));
    },
    onLeave: pointer.leave,
    onSelect,
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && store.get().select) store.set({ select: "" });
  });
  // The address belongs to the state of the map.
  find(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    find("#time").focus();
  });
}
