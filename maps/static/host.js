// Talks to the page that embeds this one: {atlas: 1, set: {t, select, view, time}} comes in,
// {atlas: 1, event: ...} goes out. Anything else is ignored.

/** @import {Words} from "./words.js" */

/** @typedef {(event: string, details: object) => void} Tell */

export const isEmbedded = window.parent !== window;

/**
 * Listen to the host.
 *
 * @param {(words: Words) => void} steer
 * @returns {Tell}
 */
export function connectHost(steer) {
  addEventListener("message", (message) => {
    if (message.source !== window.parent || !isEmbedded) return;
    const set = message.data?.atlas === 1 && message.data.set;
    if (typeof set !== "object" || !set) return;
    const words = Object.entries(set).filter(([, value]) => typeof value === "string");
    steer(Object.fromEntries(words));
  });

  return function tell(event, details) {
    if (isEmbedded) window.parent.postMessage({ atlas: 1, event, ...details }, "*");
  };
}

/**
 * Tell the host how high the page is, now and whenever that changes.
 *
 * @param {Tell} tell
 */
export function keepHeight(tell) {
  // Asking lays the whole page out: who has no host need not know.
  if (!isEmbedded) return;
  let height = 0;
  const measure = () => {
    height = Math.ceil(document.body.offsetHeight);
    tell("height", { height });
  };
  // The map's height goes by the window's. A host that makes the frame as high as its
  // page would by that make the page higher, and so on.
  const fit = () => {
    if (innerHeight !== height) {
      document.documentElement.style.setProperty("--vh", `${innerHeight / 100}px`);
    }
  };
  fit();
  addEventListener("resize", fit);
  // At once, since browsers let observers sleep in a frame that is out of sight.
  measure();
  new ResizeObserver(measure).observe(document.body);
}
