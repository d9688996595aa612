// Puts a scene on a Leaflet map and keeps texts, marks and patterns at their size.

import { hideCutNames } from "./cut_names.js";

const WIDE_FRAME = 700; // pixels from which on a frame shows fewer leader lines

/**
 * Put a scene on a map and fit it to every zoom.
 *
 * @param {L.Map} map
 * @param {SVGSVGElement} svg
 * @param {[L.LatLngTuple, L.LatLngTuple]} bounds
 */
export function overlayScene(map, svg, bounds) {
  const overlay = L.svgOverlay(svg, bounds, { interactive: true }).addTo(map);
  fitScene(map, svg, bounds);
  return overlay;
}

/**
 * Keep texts, marks and patterns of a scene at their size, whatever the zoom.
 *
 * @param {L.Map} map
 * @param {SVGSVGElement} svg
 * @param {[L.LatLngTuple, L.LatLngTuple]} bounds
 */
export function fitScene(map, svg, bounds) {
  const steps = svg.viewBox.baseVal.width;
  const patterns = svg.querySelectorAll("pattern:not([href])");
  /** @type {NodeListOf<SVGElement>} */
  const labelled = svg.querySelectorAll(".label");
  const labels = [...labelled].map((label) => ({
    label,
    near: Number(label.dataset.near ?? 0),
    far: Number(label.dataset.far),
    wide: Number(label.dataset.wide ?? label.dataset.far),
  }));
  /** @type {NodeListOf<SVGElement>} */
  const shifted = svg.querySelectorAll("[data-shifts]");
  const signs = [...shifted].map((sign) => ({
    sign,
    stem: sign.previousElementSibling,
    shifts: `${sign.dataset.shifts}`.split(";").map((text) => text.split(" ").map(Number)),
  }));

  function resize() {
    const corners = L.latLngBounds(bounds);
    const west = map.latLngToLayerPoint(corners.getSouthWest());
    const east = map.latLngToLayerPoint(corners.getNorthEast());
    const scale = steps / (east.x - west.x);
    svg.style.setProperty("--u", `${scale}`);
    for (const pattern of patterns) {
      pattern.setAttribute("patternTransform", `scale(${scale})`);
    }
    const isWide = map.getSize().x >= WIDE_FRAME;
    for (const { label, near, far, wide } of labels) {
      label.classList.toggle("off", scale <= near || scale > (isWide ? wide : far));
    }
    for (const { sign, stem, shifts } of signs) {
      const [, x, y] = shifts.findLast(([far]) => scale <= far) ?? shifts[0];
      sign.setAttribute("transform", `translate(${x} ${y})`);
      stem?.setAttribute("d", `M0 0L${x} ${y}`);
    }
  }

  map.on("zoomend viewreset resize", resize);
  resize();
  hideCutNames(map, labelled);
}
