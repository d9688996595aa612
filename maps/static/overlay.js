// Puts a scene on a Leaflet map and keeps texts, marks and patterns at their size.

export function overlayScene(map, svg, bounds) {
  const overlay = L.svgOverlay(svg, bounds, { interactive: true }).addTo(map);
  const steps = svg.viewBox.baseVal.width;
  const patterns = svg.querySelectorAll("pattern:not([href])");
  const labels = [...svg.querySelectorAll(".label")].map((label) => ({
    label,
    near: Number(label.dataset.near ?? 0),
    far: Number(label.dataset.far),
  }));

  function resize() {
    const corners = L.latLngBounds(bounds);
    const west = map.latLngToLayerPoint(corners.getSouthWest());
    const east = map.latLngToLayerPoint(corners.getNorthEast());
    const scale = steps / (east.x - west.x);
    svg.style.setProperty("--u", scale);
    for (const pattern of patterns) {
      pattern.setAttribute("patternTransform", `scale(${scale})`);
    }
    for (const { label, near, far } of labels) {
      label.classList.toggle("off", scale <= near || scale > far);
    }
  }

  map.on("zoomend viewreset resize", resize);
  resize();
  return overlay;
}
