// What part of the drawing is seen: fills the frame, never shows its edge.

import { findAll } from "./nodes.js";
import { centreOf, insetsOf, zoomTo } from "./room.js";

/** @import {Payload} from "./payload" */
/** @import {Listener} from "./store.js" */

const WIDE = 700; // pixels from which on the wide view is the first one
const BESIDE = 24; // pixels around an element that is brought into view
const SAME = 0.01; // zoom levels
const PRINTED = 8; // cards that a sheet has room for below a map of full height

/**
 * Tell the scale of a page's map in drawing steps a pixel. Its CRS, Simple, has one step a
 * pixel at zoom 0.
 *
 * @param {L.Map} map
 */
export const scaleOf = (map) => 2 ** -map.getZoom();

/**
 * Show the first view, and keep it while the size of the map changes; return a listener
 * that shows the part of the map that the state names.
 *
 * @param {L.Map} map
 * @param {Pick<Payload, "bounds" | "wide" | "narrow" | "presets" | "closest">} views
 * @param {string[]} ids of the presets
 * @param {(id: string) => void} onPart tells that the reader asks for a part
 * @returns {Listener}
 */
export function makeView(map, { bounds, wide, narrow, presets, closest }, ids, onPart) {
  const whole = L.latLngBounds(bounds);
  const isTouch = matchMedia("(pointer: coarse)").matches;
  let [home, wasWide] = [NaN, false]; // before the first fit no zoom is beyond home
  /** @type {L.LatLngBounds | undefined} */
  let part;
  let covered = ""; // what buttons and credit take

  // A finger on the map scrolls the article until the reader has zoomed in.
  const settle = () =>
    map.dragging[isTouch && map.getZoom() <= home + SAME ? "disable" : "enable"]();

  function fit() {
    const size = map.getSize();
    if (!size.x || !size.y) return;
    const isWide = size.x >= WIDE;
    const first = L.latLngBounds(isWide ? wide : narrow);
    // Who has zoomed in keeps the place when the window changes a little.
    const stays = isWide === wasWide && map.getZoom() > home + SAME;
    // Not by Leaflet's setters: they start an animation towards the new limits.
    Object.assign(map.options, { minZoom: -20, maxZoom: 20, maxBounds: whole });
    const inset = insetsOf(map);
    covered = `${inset}`;
    // Zoomed out, the drawing fills the frame, or shows the largest of its parts.
    const parts = presets.map((box) => zoomTo(map, L.latLngBounds(box), inset));
    const fill = map.getBoundsZoom(whole, true);
    const least = Math.min(fill, ...parts);
    home = Math.max(fill, zoomTo(map, first, inset));
    const most = Math.max(home, -Math.log2(closest));
    const zoom = stays ? Math.min(most, Math.max(least, map.getZoom())) : home;
    Object.assign(map.options, { minZoom: least, maxZoom: most });
    const centre = stays ? map.getCenter() : centreOf(map, first, zoom, inset);
    map.setView(centre, zoom, { animate: false }).fire("zoomlevelschange");
    map.fire("home");
    wasWide = isWide;
    if (part && (!stays || document.documentElement.dataset.chrome)) show(map, part);
    settle();
  }

  /** @param {string} id of a preset */
  const boxOf = (id) => firstOr(presets[ids.indexOf(id)], wasWide ? wide : narrow, wide);

  map.on("zoomend", settle);
  map.on("resize", fit);
  startPresets((id) => {
    onPart(id);
    show(map, boxOf(id)); // again, wherever the reader has gone since
  });
  startFrame(map);
  fit();
  // The credit grows by the age of the data, which is written later.
  const refit = () => `${insetsOf(map)}` !== covered && fit(); // sizes are told at the start too
  for (const credit of findAll(".credit")) new ResizeObserver(refit).observe(credit);
  return ({ at }, before) => {
    if (at === before.at) return;
    part = at ? boxOf(at) : undefined;
    if (part) return show(map, part);
    home = Infinity; // nothing is kept of the part
    fit();
  };
}

/**
 * Return the box of a part of a map: the first view where it is the same for wide maps.
 *
 * @param {Payload["wide"]} box
 * @param {Payload["wide"]} first
 * @param {Payload["wide"]} wide
 */
const firstOr = (box, first, wide) => L.latLngBounds(String(box) === String(wide) ? first : box);

/**
 * @param {(id: string) => void} onPart tells that the reader asks for a part
 */
function startPresets(onPart) {
  for (const button of findAll("[data-preset]")) {
    button.addEventListener("click", () => onPart(button.dataset.preset));
  }
}

/**
 * Fit a part of a map into what nothing covers.
 *
 * @param {L.Map} map
 * @param {L.LatLngBounds} box
 */
function show(map, box) {
  const inset = insetsOf(map);
  const zoom = zoomTo(map, box, inset);
  map.setView(centreOf(map, box, zoom, inset), zoom, { animate: false });
}

/**
 * Bring an element of the scene into view: to its middle, and close enough to be seen.
 *
 * @param {L.Map} map
 * @param {Element} node
 */
export function showNode(map, node) {
  const frame = map.getContainer().getBoundingClientRect();
  node.classList.remove("off", "cut"); // until the map has moved
  const { left, right, top, bottom } = node.getBoundingClientRect();
  const at = (/** @type {number} */ x, /** @type {number} */ y) =>
    map.containerPointToLatLng([x - frame.left, y - frame.top]);
  const [from, to] = [at(left - BESIDE, top - BESIDE), at(right + BESIDE, bottom + BESIDE)];
  show(map, L.latLngBounds(from, to));
}

/**
 * Follow the wheel and the size of the map's element.
 *
 * @param {L.Map} map
 */
function startFrame(map) {
  const frame = map.getContainer();
  // The wheel scrolls the article, also after a click, unless a key is held; two fingers on
  // a touchpad that move apart are told as a wheel with Ctrl.
  const onWheel = (/** @type {WheelEvent} */ { ctrlKey, metaKey }) => {
    map.scrollWheelZoom[ctrlKey || metaKey ? "enable" : "disable"]();
  };
  frame.addEventListener("wheel", onWheel, { capture: true, passive: true });
  const fill = () => map.invalidateSize({ pan: false });
  // On paper the map has a size of its own, which the browser does not tell it.
  for (const moment of ["beforeprint", "afterprint"]) {
    addEventListener(moment, () => {
      const isFull = findAll("#panel article:not([hidden])").length > PRINTED;
      frame.parentElement?.classList.toggle("paper", moment === "beforeprint");
      frame.parentElement?.classList.toggle("low", isFull);
      fill();
    });
  }
  new ResizeObserver(fill).observe(frame);
}
