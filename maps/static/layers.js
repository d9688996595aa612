// Layers of many events: drawn, listed and chosen beside what the page itself shows.

import { makeCells } from "./cells.js";
import { makeFound } from "./found.js";
import { makeWriter } from "./layer_words.js";
import { bringIntoView, find, findAll } from "./nodes.js";
import { makeSpots } from "./spots.js";
import { scaleOf } from "./view.js";

/** @import {Atlas} from "./main.js" */
/** @import {LayerData} from "./payload" */
/** @import {OnChoose} from "./found.js" */
/** @import {Pointer} from "./pointer.js" */

/**
 * @typedef {object} Drawn what a layer draws, and the names of it by key
 * @property {(tick: number) => void} paint
 * @property {(scale: number) => void} [resize]
 * @property {() => Array<{ key: number, count: number }>} busiest the most events first
 * @property {(target: Element, at: DOMPoint) => number | undefined} hit
 * @property {(key: number) => string} name
 * @property {(key: number | undefined) => void} choose
 */
/**
 * @typedef {Drawn & (
 *   | { describe: (key: number) => HTMLElement }
 *   | { describe?: undefined, events: (key: number, isAlways: boolean) => HTMLElement[] }
 * )} Layer one that counts describes a place; one of single events lists them
 */
/**
 * @typedef {object} Part a layer and where it is on the page
 * @property {SVGElement} group
 * @property {Layer} layer
 * @property {HTMLElement} box
 * @property {ReturnType<typeof makeFound>} found
 */

/** @typedef {(part: Part, key: number | undefined, isByKey?: boolean) => void} Choose */

/**
 * Start all layers of a page.
 *
 * @param {L.Map} map
 * @param {Atlas} atlas
 * @param {LayerData} given
 */
export function startLayers(map, { data, store, pointer }, given) {
  /** @type {SVGSVGElement} */
  const svg = find("#scene");
  const tick = () => store.get().tick;
  /** @type {Part[]} */
  const parts = [];
  const choose = makeChoice(parts, tick);
  parts.push(...makeParts(svg, given, data.labels, choose));

  const resize = () => parts.forEach(({ layer }) => layer.resize?.(scaleOf(map)));
  map.on("zoomend viewreset resize", resize);
  startPointing(map, svg, parts, pointer, choose);
  startSwitches(parts, tick, choose);
  document.addEventListener("keydown", ({ key }) => {
    const part = parts.find(({ found }) => found.isChosen());
    if (key === "Escape" && part) choose(part, undefined);
  });
  resize();
  parts.forEach((part) => showPart(part, tick()));
  store.subscribe((state, before) => {
    if (state.tick !== before.tick) parts.forEach((part) => showPart(part, state.tick));
  });
}

/**
 * @param {SVGElement} svg
 * @param {LayerData} given
 * @param {string[]} labels of the ticks
 * @param {Choose} choose
 * @returns {Part[]}
 */
function makeParts(svg, given, labels, choose) {
  const write = makeWriter(given);
  /** @type {(name: string, tick: number) => string} */
  const title = (name, tick) =>
    given.texts.title
      .replace("{tick}", () => labels[tick])
      .replace("{layer}", () => name);
  return given.layers.map((one) => {
    const id = CSS.escape(one.id);
    /** @type {SVGElement} */
    const group = find(`[data-layer="${id}"]`, svg);
    const box = find(`[data-found="${id}"]`);
    const layer =
      "cells" in one ? makeCells(group, one, write) : makeSpots(group, one, given.gap);
    /** @type {OnChoose} */
    const onChoose = (key, isByKey) => choose(part, key, isByKey);
    const part = { group, layer, box, found: makeFound(box, layer, { title, write, onChoose }) };
    return part;
  });
}

/**
 * @param {Part} part
 * @param {number} tick
 */
function showPart({ box, layer, found }, tick) {
  if (box.hidden) return;
  layer.paint(tick);
  found.show(tick);
}

/**
 * Return a function that chooses a place, or none: one on all layers.
 *
 * @param {Part[]} parts
 * @param {() => number} tick
 * @returns {Choose}
 */
function makeChoice(parts, tick) {
  const panel = find("#found");
  const isBeside = matchMedia("(min-width: 1000px)");
  return (part, key, isByKey) => {
    for (const other of parts) {
      const its = other === part ? key : undefined;
      other.layer.choose(its);
      other.found.choose(its);
      other.found.show(tick());
    }
    if (key === undefined) return;
    if (isByKey) part.found.focus();
    // Beside the map it scrolls by itself; below the map the page has to.
    else if (isBeside.matches) panel.scrollTop = part.box.offsetTop;
    else bringIntoView(part.box);
  };
}

/**
 * Name what is under the pointer, and choose what is clicked on.
 *
 * @param {L.Map} map
 * @param {SVGSVGElement} svg
 * @param {Part[]} parts
 * @param {Pointer} pointer
 * @param {Choose} choose
 */
function startPointing(map, svg, parts, pointer, choose) {
  /** @param {MouseEvent} event */
  function hit({ target, clientX, clientY }) {
    if (!(target instanceof Element)) return undefined;
    const part = parts.find(({ group }) => group.contains(target));
    const screen = svg.getScreenCTM();
    if (!part || !screen) return undefined;
    const at = new DOMPoint(clientX, clientY).matrixTransform(screen.inverse());
    const key = part.layer.hit(target, at);
    return key === undefined ? undefined : { part, key };
  }

  map.on("click", ({ originalEvent }) => {
    const found = hit(originalEvent);
    if (found) choose(found.part, found.key);
  });
  pointer.nameBy((event) => {
    const found = hit(event);
    return found?.part.layer.name(found.key);
  });
}

/**
 * Let the switches of the legend show and hide layers.
 *
 * @param {Part[]} parts
 * @param {() => number} tick
 * @param {Choose} choose
 */
function startSwitches(parts, tick, choose) {
  /** @type {HTMLInputElement[]} */
  const inputs = findAll("[data-layer-switch]");
  for (const [index, input] of inputs.entries()) {
    input.addEventListener("change", () => {
      const { group, box, layer, found } = parts[index];
      group.classList.toggle("off", !input.checked);
      box.hidden = !input.checked;
      if (input.checked) layer.paint(tick());
      else if (found.isChosen()) choose(parts[index], undefined);
      found.show(tick());
    });
  }
}
