// What a layer shows, as a list: its busiest places, and one of them when chosen.

import { arrange } from "./arrange.js";
import { copyEntry } from "./copies.js";
import { makeBusiest, makeGrounds } from "./found_lists.js";
import { find, make, setText } from "./nodes.js";

/** @import {Writer} from "./layer_words.js" */
/** @import {Layer} from "./layers.js" */

/** @typedef {(key: number | undefined, isByKey?: boolean) => void} OnChoose */

const MORE_EVENTS = 50; // how many at once

/**
 * Start the list of one layer.
 *
 * @param {HTMLElement} box
 * @param {Layer} layer
 * @param {object} options
 * @param {(name: string, tick: number) => string} options.title
 * @param {Writer} options.write
 * @param {OnChoose} options.onChoose
 */
export function makeFound(box, layer, { title, write, onChoose }) {
  const heading = find("h2", box);
  const [listed, one] = [find(".listed", box), find(".one", box)];
  const layerName = heading.textContent;
  const list = makeBusiest(box, layer, write, onChoose);
  const showGrounds = makeGrounds(box);
  const place = makePlace(box, layer, write);
  /** @type {number | undefined} */
  let chosen;

  find("[data-back]", box).addEventListener("click", () => {
    const key = chosen;
    onChoose(undefined);
    list.focus(key);
  });

  return {
    /** @param {number} tick */
    show(tick) {
      if (box.hidden) return;
      setText(heading, title(layerName, tick));
      listed.hidden = chosen !== undefined;
      one.hidden = chosen === undefined;
      if (chosen !== undefined) return place.show(chosen);
      list.show();
      showGrounds(tick);
    },
    /** @param {number | undefined} key */
    choose(key) {
      chosen = key;
      place.fold();
    },
    focus: place.focus,
    isChosen: () => chosen !== undefined,
  };
}

/**
 * Show one place: its numbers, or its events.
 *
 * @param {HTMLElement} box
 * @param {Layer} layer
 * @param {Writer} write
 */
function makePlace(box, layer, write) {
  const [name, rows] = [find("h3", box), find(".rows", box)];
  const rest = find("[data-rest]", box);
  /** @type {HTMLInputElement | null} */
  const always = box.querySelector("[data-always]");
  /** @type {Map<HTMLElement, HTMLElement>} */
  const copies = new Map();
  let length = MORE_EVENTS;
  let shown = 0;

  /** @param {HTMLElement} node */
  function copyOnce(node) {
    const copy = copies.get(node) ?? copyEntry(node);
    copies.set(node, copy);
    return copy;
  }

  function show(key = shown) {
    shown = key;
    setText(name, layer.name(key));
    rest.hidden = true;
    if (layer.describe) return rows.replaceChildren(layer.describe(key));
    const events = layer.events(key, !!always?.checked);
    arrange(rows, events.slice(0, length).map(copyOnce));
    if (!events.length) rows.replaceChildren(make("p", write.none));
    rest.hidden = events.length <= length;
  }

  rest.addEventListener("click", () => {
    const first = length;
    length += MORE_EVENTS;
    show();
    // The first of the new ones is where a reader goes on.
    const next = /** @type {HTMLElement} */ (rows.children[first]);
    next.tabIndex = -1;
    next.focus();
  });
  always?.addEventListener("change", () => {
    length = MORE_EVENTS;
    show();
  });

  return { show, fold: () => void (length = MORE_EVENTS), focus: () => name.focus() };
}
