// The slider and its buttons; tells `onMove` which tick the reader wants.

import { find, findAll } from "./nodes.js";

/** @import {PageData} from "./page_data.js" */
/** @import {Listener} from "./store.js" */

// Milliseconds that a tick stays while playing: one without an event or a change is passed
// quickly, and the whole of a map takes no longer than a reader will watch.
const BEAT = 1100;
const QUIET = 200;
const WHOLE = 48_000;
const SPEEDS = [1, 2, 0.5];

/**
 * Tell how long each tick stays while playing.
 *
 * @param {Pick<PageData, "ticks" | "jumps" | "events">} data
 * @returns {(tick: number) => number} milliseconds
 */
export function paceTicks({ ticks, jumps, events }) {
  const busy = new Set([...jumps, ...[...events.values()].map(([first]) => first)]);
  const rest = WHOLE - QUIET * (ticks.length - busy.size);
  const beat = Math.max(QUIET, Math.min(BEAT, rest / busy.size));
  return (tick) => (busy.has(tick) ? beat : QUIET);
}

/**
 * Start the slider and its buttons; return how to stop it and what shows the tick.
 *
 * @param {PageData} data
 * @param {(tick: number) => void} onMove
 * @returns {{ pause: () => void, show: Listener }}
 */
export function makeSlider(data, onMove) {
  const { labels, jumps, texts, range } = data;
  /** @type {HTMLInputElement} */
  const input = find("#time");
  const play = find("#play");
  const [first, last] = range;
  [input.min, input.max] = [`${first}`, `${last}`];
  const tick = () => Number(input.value);
  const go = (/** @type {number} */ to) => onMove(Math.min(last, Math.max(first, to)));
  const stay = paceTicks(data);
  const speed = startSpeed();
  let timer = 0;

  function pause() {
    clearTimeout(timer);
    timer = 0;
    nameButton(play, texts.play);
    play.classList.remove("playing");
  }

  const wait = () => (timer = setTimeout(step, stay(tick()) / speed()));
  const step = () => (go(tick() + 1), tick() === last ? pause() : wait());

  function start() {
    if (tick() === last) go(first);
    wait();
    nameButton(play, texts.pause);
    play.classList.add("playing");
  }

  /** @type {(id: string, wanted: () => number, event?: string) => HTMLElement} */
  function control(id, wanted, event = "click") {
    const node = find(`#${id}`);
    node.addEventListener(event, () => {
      pause();
      go(wanted());
    });
    return node;
  }

  const before = () => jumps.filter((jump) => jump < tick()).pop() ?? 0;
  const after = () => jumps.find((jump) => jump > tick()) ?? last;
  const back = [control("previous", () => tick() - 1), control("previous-change", before)];
  const on = [control("next", () => tick() + 1), control("next-change", after)];
  control("time", tick, "input");
  play.addEventListener("click", () => (timer ? pause() : start()));
  return {
    pause,
    show({ tick }) {
      input.value = `${tick}`;
      input.setAttribute("aria-valuetext", labels[tick]);
      disable(back, tick === first);
      disable(on, tick === last);
    },
  };
}

/** Name the buttons, and let one change how fast time plays; return what tells it. */
function startSpeed() {
  const button = find("#speed");
  for (const node of findAll(".buttons button")) node.title = `${node.ariaLabel}`;
  let at = 0;
  button.addEventListener("click", () => {
    at = (at + 1) % SPEEDS.length;
    button.textContent = `${SPEEDS[at]}×`;
  });
  return () => SPEEDS[at];
}

/**
 * @param {HTMLElement[]} buttons
 * @param {boolean} isOff
 */
function disable(buttons, isOff) {
  for (const button of buttons) {
    if (button.ariaDisabled !== `${isOff}`) button.ariaDisabled = `${isOff}`;
  }
}

/**
 * Name a button: what a screen reader hears is also what a resting mouse shows.
 *
 * @param {HTMLElement} button
 * @param {string} text
 */
function nameButton(button, text) {
  button.title = button.ariaLabel = text;
}
