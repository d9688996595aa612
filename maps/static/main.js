// The page: one state (tick, selection, outline, view), drawn wherever it shows.

import { startAddressBar } from "./address_bar.js";
import { readAddress, writeAddress } from "./address.js";
import { tellAge } from "./age.js";
import { startCalls } from "./calls.js";
import { startChoices, startFullScreen } from "./choices.js";
import { makeHeadline } from "./headline.js";
import { makeHolders } from "./holders.js";
import { connectHost, keepHeight } from "./host.js";
import { startKeyboard } from "./keyboard.js";
import { startLenses } from "./lens.js";
import { makeLegend } from "./legend.js";
import { makeLiveRegion } from "./live_region.js";
import { makeEventList } from "./event_row.js";
import { startFinder } from "./finder.js";
import { find, findAll } from "./nodes.js";
import { openPayload } from "./page_data.js";
import { makePainter } from "./painter.js";
import { startSaving } from "./picture.js";
import { describeTarget, makePointer } from "./pointer.js";
import { wordsOfRange } from "./range.js";
import { startReading, whenRead } from "./reading.js";
import { startScaleBar } from "./scale_bar.js";
import { makeSelection } from "./selection.js";
import { placeOf } from "./share.js";
import { makeSlider } from "./slider.js";
import { makeSpotlight, startComparing } from "./spotlight.js";
import { describeStep } from "./spoken.js";
import { makeStore } from "./store.js";
import { setTheme } from "./theme.js";
import { makeTimeAxis } from "./time_axis.js";
import { makeView, showNode } from "./view.js";
import { changesOf, knownWords, withDefaults, wordsOf } from "./words.js";

/** @import {EventList} from "./event_row.js" */
/** @import {Tell} from "./host.js" */
/** @import {PageData} from "./page_data.js" */
/** @import {Payload} from "./payload" */
/** @import {Pointer} from "./pointer.js" */
/** @import {Listener, Store} from "./store.js" */
/** @import {Territory} from "./walk.js" */
/** @import {Words} from "./words.js" */

const UNCHOSEN = {
  ...{ select: "", organisation: "", view: "un", time: "", at: "" },
  ...{ theme: "", compare: "", lit: "", board: "" },
};

/**
 * @typedef {object} Atlas what the scripts of a page share
 * @property {PageData} data
 * @property {Store} store
 * @property {Pointer} pointer
 */

/**
 * Start a page: draw the state that its address names, then follow reader and host.
 *
 * @param {L.Map} map
 * @param {Payload} payload
 * @returns {Atlas}
 */
export function startAtlas(map, payload) {
  /** @type {SVGSVGElement} */
  const svg = find("#scene");
  const data = openPayload(payload, svg);
  const { ticks, start } = data;
  const store = makeStore({ tick: start, ...UNCHOSEN });
  const slider = makeSlider(data, (tick) => store.set({ tick }));
  const { chrome } = document.documentElement.dataset;
  const presets = findAll("[data-preset]").map(({ dataset }) => dataset.preset);
  const known = knownWords(data, !!find("#view"), presets, !!find("#asked"));
  const address = () => ({ ...wordsOf(store.get(), ticks), ...wordsOfRange(data), chrome });

  /** @param {Words} words */
  function steer(words) {
    const changes = changesOf(words, known, data);
    if (changes.tick !== undefined) slider.pause();
    store.set({ board: "", ...changes }); // what is asked of the map is seen on it
  }

  /** @param {string} name */
  function onSelect(name) {
    if (!known.select.has(name)) return;
    store.set({ select: name === store.get().select ? "" : name });
  }

  const tell = connectHost(steer);
  const showPart = makeView(map, data, presets, (at) => store.set({ at }));
  startLenses(map);
  /** @param {Element} target */
  const describe = (target) => describeTarget(target, store.get().tick, data);
  const list = makeEventList(data, store);
  const pointer = makePointer(map, svg, describe, onSelect, list.openAll);
  const painters = makeListeners(map, svg, data, store, list);
  for (const listener of [showPart, ...painters, slider.show, () => pointer.refresh()]) {
    store.subscribe(listener);
  }
  startChoices(store);
  steer(readAddress(location.hash, known));

  // From here on: what follows changes, but has nothing to tell of the first state.
  const atlas = { data, store, pointer };
  const speak = tellChanges(store, data, tell);
  startKeyboard(map, atlas, findWalked(svg, payload), speak, onSelect);
  startAddressBar(store, known, address, (words) => steer(withDefaults(words, data)));
  whenRead(() => {
    if (svg.dataset.km) startScaleBar(map, svg);
    tellAge();
    startReading(store, data, address, onSelect);
    startTools(map, svg, data, store, address);
    startCalls(store, svg, (words) => steer(readAddress(words, known)));
    tell("ready", { t: ticks[store.get().tick] });
    // Who asks for the chrome of a story gives its frame a height.
    if (!chrome) keepHeight(tell);
  });
  return atlas;
}

/** @type {(map: L.Map, svg: SVGElement, data: PageData, store: Store, address: () => Words) => void} */
function startTools(map, svg, data, store, address) {
  startFinder(data, store, svg, (node) => showNode(map, node));
  startFullScreen();
  startSaving(map.getContainer(), () => placeOf() + writeAddress(address()));
}

/**
 * Make what shows the state on the page, in the order of drawing.
 *
 * @param {L.Map} map
 * @param {SVGElement} svg
 * @param {PageData} data
 * @param {Store} store
 * @param {EventList} list
 * @returns {Listener[]}
 */
function makeListeners(map, svg, data, store, list) {
  const root = document.documentElement.dataset;
  return [
    makePainter(svg, data),
    makeSpotlight(svg, data),
    startComparing(data, store),
    ({ tick, view, theme }, before) => {
      if (theme !== before.theme) setTheme(theme);
      root.tick = data.ticks[tick];
      if (root.view !== view) root.view = view;
    },
    makeHeadline(data),
    makeHolders(map, svg, data),
    makeLegend(data, svg),
    makeSelection(svg),
    makeTimeAxis(data, store, list),
  ];
}

/**
 * Tell the host page and the live region of changes.
 *
 * @param {Store} store
 * @param {PageData} data
 * @param {Tell} tell
 * @returns {(text: string) => void} says something else in the live region
 */
function tellChanges(store, data, tell) {
  const slider = find("#time");
  const { speak, step } = makeLiveRegion(find("#spoken"), (from, to) =>
    // A slider that has the focus says the name of its tick by itself.
    describeStep(from, to, data, store.get().view, document.activeElement === slider),
  );
  store.subscribe(({ tick, select }, before) => {
    if (tick !== before.tick) {
      step(before.tick, tick);
      tell("tick", { t: data.ticks[tick] });
    }
    if (select !== before.select) tell("select", { select });
  });
  return speak;
}

/**
 * List the territories that `steps` of the payload numbers: those with their name on the map or a state.
 *
 * @param {SVGElement} svg
 * @param {Payload} payload
 * @returns {Territory[]}
 */
function findWalked(svg, { states, names }) {
  /** @type {Territory[]} */
  const all = findAll("[data-code]", svg);
  return all.filter(({ dataset: { code } }) => states[code] || !names[code]);
}
