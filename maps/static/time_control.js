// The slider's controls and the key below them, in the frame of the map.

import { make, setText } from "./nodes.js";

/** @import {TimedOverlay} from "./time_layer.js" */
/** @import {SliderData} from "./time_slider.js" */

const MINE = ["mousedown", "touchstart", "pointerdown", "dblclick", "wheel", "click", "keydown"];

/**
 * Build the slider in the map's own frame, and keep its gestures from the map.
 *
 * @param {L.Map} map
 * @param {SliderData} data
 */
export function buildControl(map, { labels, texts, language, direction }) {
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
 * @param {() => boolean} isOn whether the layer is on the map
 * @returns {() => void} brings it up to date
 */
export function makeKey(root, overlay, isOn) {
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
    list.hidden = !isOn();
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
export function nameControl(button, name, sign) {
  button.setAttribute("type", "button");
  button.title = button.ariaLabel = name;
  setText(button, sign);
}
