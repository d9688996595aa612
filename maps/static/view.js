// What part of the drawing is seen: fills the frame, never shows its edge.

const WIDE = 700; // pixels from which on the wide view is the first one
const SAME = 0.01; // zoom levels

export function makeView(map, { bounds, wide, narrow, presets, closest }) {
  const whole = L.latLngBounds(bounds);
  const isTouch = window.matchMedia("(pointer: coarse)").matches;
  let home;
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

  for (const button of document.querySelectorAll("[data-preset]")) {
    button.addEventListener("click", () => {
      const box = L.latLngBounds(presets[button.dataset.preset]);
      map.setView(box.getCenter(), map.getBoundsZoom(box, false), { animate: false });
    });
  }
  map.on("zoomend", settle);
  map.getContainer().addEventListener("focus", () => map.scrollWheelZoom.enable());
  map.getContainer().addEventListener("blur", () => map.scrollWheelZoom.disable());
  // On paper the map has a size of its own, which the browser does not tell it.
  for (const [moment, isPaper] of [
    ["beforeprint", true],
    ["afterprint", false],
  ]) {
    window.addEventListener(moment, () => {
      map.getContainer().parentElement.classList.toggle("paper", isPaper);
      map.invalidateSize({ pan: false });
    });
  }
  map.on("resize", fit);
  new ResizeObserver(() => map.invalidateSize({ pan: false })).observe(map.getContainer());
  fit();
}
