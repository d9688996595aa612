// One slider for any number of layers, with the key of what is shown.

import { make, setText } from "./nodes.js";

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
const MINE = ["mousedown", "touchstart", "pointerdown", "dblclick", "wheel", "click", "keydown"];

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
  const keys = layers.map(({ overlay }) => makeKey(parts.root, overlay));
  let tick = -1;
  let timer = 0;
  let rest = 0;

  /** @param {number} wanted */
  function go(wanted) {
    tick = Math.min(last, Math.max(0, wanted));
    const changed = layers.flatMap(({ show }) => show(tick));
    for (const { layer, parent, spans } of dated) {
      const isOn = spans.some(([first, end]) => first <= tick && tick <= end);
      if (isOn === parent.hasLayer(layer)) continue;
      if (isOn) parent.addLayer(layer);
      else parent.removeLayer(layer);
    }
    const { input, output, previous, next } = parts;
    input.value = `${tick}`;
    input.setAttribute("aria-valuetext", labels[tick]);
    setText(output, labels[tick]);
    previous.ariaDisabled = `${tick === 0}`;
    next.ariaDisabled = `${tick === last}`;
    for (const refresh of keys) refresh();
    clearTimeout(rest);
    rest = setTimeout(() => setText(parts.said, sumUp(changed)), TIME_REST);
  }

  /** @param {string[]} changed */
  function sumUp(changed) {
    const counts = layers.flatMap(({ overlay }) =>
      overlay.timed
        .count()
        .filter(({ count }) => count)
        .map(({ label, count }) => `${label} ${count}`),
    );
    const said = changed.slice(0, MOST_SAID);
    if (changed.length > said.length) said.push(`+${changed.length - said.length}`);
    const now = counts.length ? counts : [texts.none];
    return [labels[tick], ...now, ...said].join(texts.list);
  }

  function pause() {
    clearInterval(timer);
    timer = 0;
    nameControl(parts.play, texts.play, "▶");
  }

  function play() {
    if (tick === last) go(0);
    nameControl(parts.play, texts.pause, "❚❚");
    timer = setInterval(() => {
      go(tick + 1);
      if (tick === last) pause();
    }, TIME_BEAT);
  }

  const { input, previous, next } = parts;
  input.addEventListener("input", () => (pause(), go(Number(input.value))));
  previous.addEventListener("click", () => (pause(), go(tick - 1)));
  next.addEventListener("click", () => (pause(), go(tick + 1)));
  parts.play.addEventListener("click", () => (timer ? pause() : play()));
  pause();
  go(data.start);
}

/**
 * Build the slider in the map's own frame, and keep its gestures from the map.
 *
 * @param {L.Map} map
 * @param {SliderData} data
 */
function buildControl(map, { labels, texts, language, direction }) {
  const root = make("div", "");
  root.className = "time-slider";
  root.lang = language;
  root.dir = direction;
  root.setAttribute("role", "group");
  root.setAttribute("aria-label", texts.time);
  for (const type of MINE) root.addEventListener(type, (event) => event.stopPropagation());
  const row = make("div", "");
  row.className = "row";
  const play = make("button", "");
  const previous = make("button", "");
  const next = make("button", "");
  const isLtr = direction === "ltr";
  nameControl(previous, texts.previous, isLtr ? "◀" : "▶");
  nameControl(next, texts.next, isLtr ? "▶" : "◀");
  const input = make("input", "");
  Object.assign(input, { type: "range", min: "0", max: `${labels.length - 1}`, step: "1" });
  input.setAttribute("aria-label", texts.time);
  const output = make("output", "");
  const said = make("div", "");
  said.className = "said";
  said.setAttribute("role", "status");
  row.append(play, previous, input, next, output);
  root.append(row, said);
  map.getContainer().append(root);
  return { root, play, previous, next, input, output, said };
}

/**
 * Make the key of a layer: what is there at the tick, with its number.
 *
 * @param {HTMLElement} root
 * @param {TimedOverlay} overlay
 * @returns {() => void} brings it up to date
 */
function makeKey(root, overlay) {
  const list = make("ul", "");
  const title = make("li", overlay.timed.name);
  title.className = "title";
  const entries = overlay.timed.count().map(({ label, colour }) => {
    const item = make("li", label);
    item.style.setProperty("--c", colour);
    const number = make("span", "");
    item.append(" ", number);
    return { item, number };
  });
  list.append(title, ...entries.map(({ item }) => item));
  root.append(list);
  return () => {
    overlay.timed.count().forEach(({ count }, at) => {
      setText(entries[at].number, `${count}`);
      entries[at].item.hidden = !count;
    });
  };
}

/**
 * @param {HTMLElement} button
 * @param {string} name
 * @param {string} sign
 */
function nameControl(button, name, sign) {
  button.setAttribute("type", "button");
  button.title = button.ariaLabel = name;
  setText(button, sign);
}
