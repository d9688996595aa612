// The slider and its buttons; tells `onMove` which tick the reader wants.

import { find } from "./nodes.js";

/** @import {PageData} from "./page_data.js" */
/** @import {Listener} from "./store.js" */

const BEAT = 1100; // milliseconds a tick stays while playing

/**
 * Start the slider and its buttons; return how to stop it and what shows the tick.
 *
 * @param {Pick<PageData, "labels" | "jumps" | "texts">} data
 * @param {(tick: number) => void} onMove
 * @returns {{ pause: () => void, show: Listener }}
 */
export function makeSlider({ labels, jumps, texts }, onMove) {
  /** @type {HTMLInputElement} */
  const input = find("#time");
  const play = find("#play");
  const last = labels.length - 1;
  const tick = () => Number(input.value);
  /** @param {number} wanted */
  const go = (wanted) => onMove(Math.min(last, Math.max(0, wanted)));
  let timer = 0;

  function pause() {
    clearInterval(timer);
    timer = 0;
    nameButton(play, texts.play);
    play.classList.remove("playing");
  }

  function start() {
    if (tick() === last) go(0);
    timer = setInterval(() => {
      go(tick() + 1);
      if (tick() === last) pause();
    }, BEAT);
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
  for (const button of [play, ...back, ...on]) button.title = `${button.ariaLabel}`;

  return {
    pause,
    show({ tick }) {
      input.value = `${tick}`;
      input.setAttribute("aria-valuetext", labels[tick]);
      disable(back, tick === 0);
      disable(on, tick === last);
    },
  };
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
