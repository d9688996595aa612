// One slider for any number of layers, with the key of what is shown.

import { setText } from "./nodes.js";
import { buildControl, makeKey, nameControl } from "./time_control.js";

/** @import {TimedOverlay} from "./time_layer.js" */

/**
 * @typedef {object} SliderData
 * @property {string[]} labels names of the ticks
 * @property {number} start
 * @property {string} language
 * @property {string} direction
 * @property {{ time: string, play: string, pause: string, previous: string, next: string,
 *   list: string, none: string }} texts
 */

/** @typedef {{ overlay: TimedOverlay, encoded: any }} Driven a layer with time */
/**
 * @typedef {object} Dated any other layer, and the ticks at which it is on the map
 * @property {L.Layer} layer
 * @property {L.Map | L.LayerGroup} parent
 * @property {[first: number, last: number][]} spans
 */

const TIME_BEAT = 900; // milliseconds a tick stays while it plays
const TIME_REST = 300; // milliseconds after which a slider has come to rest
const MOST_SAID = 4; // changes that are read out

/**
 * @param {L.Map} map
 * @param {Driven[]} driven
 * @param {Dated[]} dated
 * @param {SliderData} data
 */
export function startTimeSlider(map, driven, dated, data) {
  const { labels, texts } = data;
  const last = labels.length - 1;
  const layers = driven.map(({ overlay, encoded }) => ({
    overlay,
    show: overlay.timed.drive(encoded),
  }));
  const parts = buildControl(map, data);
  const keys = layers.map(({ overlay }) => makeKey(parts.root, overlay, () => map.hasLayer(overlay)));
  const refresh = () => {
    for (const show of keys) show();
  };
  map.on("layeradd layerremove", refresh);
  const switches = dated.map(makeSwitch);
  let tick = -1;
  let rest = 0;

  const counted = () => layers.flatMap(({ overlay }) => (map.hasLayer(overlay) ? countWords(overlay) : []));

  /** @param {number} wanted */
  function go(wanted) {
    tick = Math.min(last, Math.max(0, wanted));
    const changed = layers.flatMap(({ overlay, show }) => {
      const said = show(tick);
      return map.hasLayer(overlay) ? said : [];
    });
    for (const turn of switches) turn(tick);
    const { input, output, previous, next } = parts;
    input.value = `${tick}`;
    input.setAttribute("aria-valuetext", labels[tick]);
    setText(output, labels[tick]);
    previous.ariaDisabled = `${tick === 0}`;
    next.ariaDisabled = `${tick === last}`;
    refresh();
    clearTimeout(rest);
    rest = setTimeout(() => setText(parts.said, sumUpTick(labels[tick], counted(), changed, texts)), TIME_REST);
  }

  const { play, pause } = makePlayer(parts.play, texts, () => {
    go(tick === last ? 0 : tick + 1);
    return tick < last;
  });
  /** @type {(control: HTMLElement, type: string, wanted: () => number) => void} */
  const wire = (control, type, wanted) =>
    control.addEventListener(type, () => {
      pause();
      go(wanted());
    });
  wire(parts.input, "input", () => Number(parts.input.value));
  wire(parts.previous, "click", () => tick - 1);
  wire(parts.next, "click", () => tick + 1);
  parts.play.addEventListener("click", play);
  go(data.start);
}

/**
 * Write what is read out of a tick.
 *
 * @param {string} label
 * @param {string[]} counts
 * @param {string[]} changed
 * @param {SliderData["texts"]} texts
 */
function sumUpTick(label, counts, changed, { list, none }) {
  const said = changed.slice(0, MOST_SAID);
  if (changed.length > said.length) said.push(`+${changed.length - said.length}`);
  return [label, ...(counts.length ? counts : [none]), ...said].join(list);
}

/** @param {TimedOverlay} overlay */
const countWords = ({ timed }) =>
  timed
    .count()
    .filter(({ count }) => count)
    .map(({ label, count }) => `${label} ${count}`);

/**
 * Return what puts a dated layer on the map and takes it off, where its time begins and
 * ends: in between a reader may switch it.
 *
 * @param {Dated} dated
 * @returns {(tick: number) => void}
 */
function makeSwitch({ layer, parent, spans }) {
  /** @type {boolean | undefined} */
  let before;
  return (tick) => {
    const isOn = spans.some(([first, end]) => first <= tick && tick <= end);
    if (isOn === before) return;
    before = isOn;
    if (isOn) parent.addLayer(layer);
    else parent.removeLayer(layer);
  };
}

/**
 * Make a button play and pause.
 *
 * @param {HTMLElement} button
 * @param {{ play: string, pause: string }} texts
 * @param {() => boolean} step takes one; tells whether there is another
 */
function makePlayer(button, texts, step) {
  let timer = 0;
  function pause() {
    clearInterval(timer);
    timer = 0;
    nameControl(button, texts.play, "▶");
  }
  function play() {
    if (timer) {
      pause();
      return;
    }
    nameControl(button, texts.pause, "❚❚");
    timer = setInterval(() => {
      if (!step()) pause();
    }, TIME_BEAT);
  }
  pause();
  return { play, pause };
}
