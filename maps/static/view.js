// What part of the drawing is seen: fills the frame, never shows its edge.

export function makeView(map, { bounds, wide, narrow, closest }) {
  const whole = L.latLngBounds(bounds);
  const isTouch = window.matchMedia("(pointer: coarse)").matches;

  function fit() {
    const size = map.getSize();
    if (!size.x || !size.y) return;
    const home = L.latLngBounds(size.x < 700 ? narrow : wide);
    // Not by Leaflet's setters: they start an animation towards the new limits.
    Object.assign(map.options, { minZoom: -20, maxZoom: 20, maxBounds: whole });
    const least = map.getBoundsZoom(whole, true);
    const zoom = Math.max(least, map.getBoundsZoom(home, false));
    const most = Math.max(zoom, -Math.log2(closest));
    Object.assign(map.options, { minZoom: least, maxZoom: most });
    map.setView(home.getCenter(), zoom, { animate: false }).fire("zoomlevelschange");
    settle();
  }

  // A finger on the map scrolls the article until the reader has zoomed in, and the
  // wheel scrolls it until the map has the focus.
  function settle() {
    const isHome = map.getZoom() <= map.getMinZoom() + 0.5;
    if (isTouch && isHome) map.dragging.disable();
    else map.dragging.enable();
  }

  map.on("zoomend", settle);
  map.on("focus", () => map.scrollWheelZoom.enable());
  map.on("blur", () => map.scrollWheelZoom.disable());
  map.on("resize", fit);
  new ResizeObserver(() => map.invalidateSize({ pan: false })).observe(map.getContainer());
  fit();
}
