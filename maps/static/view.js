// What part of the drawing is seen: fills the frame, never shows its edge.

import { findAll } from "./nodes.js";

/** @import {Payload} from "./payload" */

const WIDE = 700; // pixels from which on the wide view is the first one
const SAME = 0.01; // zoom levels

/**
 * Tell the scale of a page's map in drawing steps a pixel. Its CRS, Simple, has one step a
 * pixel at zoom 0.
 *
 * @param {L.Map} map
 */
export const scaleOf = (map) => 2 ** -map.getZoom();

/**
 * Show the first view, and keep it while the size of the map changes.
 *
 * @param {L.Map} map
 * @param {Pick<Payload, "bounds" | "wide" | "narrow" | "presets" | "closest">} views
 */
export function makeView(map, { bounds, wide, narrow, presets, closest }) {
  const whole = L.latLngBounds(bounds);
  const isTouch = matchMedia("(pointer: coarse)").matches;
  /** @type {number} */
  let home;
  /** @type {boolean} */
  let wasWide;

  function fit() {
    const size = map.getSize();
    if (!size.x || !size.y) return;
    const isWide = size.x >= WIDE;
    const first = L.latLngBounds(isWide ? wide : narrow);
    // Who has zoomed in keeps the place when the window changes a little.
    const stays = isWide === wasWide && map.getZoom() > home + SAME;
    const centre = stays ? map.getCenter() : first.getCenter();
    // Not by Leaflet's setters: they start an animation towards the new limits.
    Object.assign(map.options, { minZoom: -20, maxZoom: 20, maxBounds: whole });
    const least = map.getBoundsZoom(whole, true);
    home = Math.max(least, map.getBoundsZoom(first, false));
    const most = Math.max(home, -Math.log2(closest));
    const zoom = stays ? Math.min(most, Math.max(least, map.getZoom())) : home;
    Object.assign(map.options, { minZoom: least, maxZoom: most });
    map.setView(centre, zoom, { animate: false }).fire("zoomlevelschange");
    wasWide = isWide;
    settle();
  }

  // A finger on the map scrolls the article until the reader has zoomed in, and the
  // wheel scrolls it until the map has the focus.
  function settle() {
    if (isTouch && map.getZoom() <= home + SAME) map.dragging.disable();
    else map.dragging.enable();
  }

  map.on("zoomend", settle);
  map.on("resize", fit);
  for (const button of findAll("[data-preset]")) {
    button.addEventListener("click", () => {
      const box = L.latLngBounds(presets[Number(button.dataset.preset)]);
      map.setView(box.getCenter(), map.getBoundsZoom(box, false), { animate: false });
    });
  }
  startFrame(map);
  fit();
}

/**
 * Follow the focus and the size of the map's element.
 *
 * @param {L.Map} map
 */
function startFrame(map) {
  const frame = map.getContainer();
  frame.addEventListener("focus", () => map.scrollWheelZoom.enable());
  frame.addEventListener("blur", () => map.scrollWheelZoom.disable());
  const fill = () => map.invalidateSize({ pan: false });
  // On paper the map has a size of its own, which the browser does not tell it.
  for (const moment of ["beforeprint", "afterprint"]) {
    addEventListener(moment, () => {
      frame.parentElement?.classList.toggle("paper", moment === "beforeprint");
      fill();
    });
  }
  new ResizeObserver(fill).observe(frame);
}
