// Hides the names that the frame cuts or that something on it covers, with their lines.

const COVERS = ".leaflet-control, .presets, .credit, .lens, #scale";

/**
 * Keep only whole names on a map at rest.
 *
 * @param {L.Map} map
 * @param {Iterable<SVGElement>} labels
 */
export function hideCutNames(map, labels) {
  const all = [...labels];
  /** @type {Element[]} */
  let covers = [];

  function hide() {
    for (const label of all) label.classList.remove("cut");
    const frame = map.getContainer().getBoundingClientRect();
    const boxes = covers.map((one) => one.getBoundingClientRect());
    // All are measured before any is changed: the browser lays out once.
    const cut = all.filter((label) => {
      const { left, top, right, bottom, width } = label.getBoundingClientRect();
      /** @param {DOMRect} one */
      const meets = (one) =>
        left < one.right && right > one.left && top < one.bottom && bottom > one.top;
      const isWhole =
        left >= frame.left && right <= frame.right && top >= frame.top && bottom <= frame.bottom;
      return width && (!isWhole || boxes.some(meets));
    });
    for (const label of cut) label.classList.add("cut");
  }

  // Once for all that a frame changes; paper has no frames.
  let isDue = false;
  function hideSoon() {
    if (map.getContainer().closest(".paper")) return hide();
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      hide();
    });
  }

  // What covers the map is written below it: it is there when the page is read.
  const watcher = new ResizeObserver(hideSoon);
  function watch() {
    covers = [...document.querySelectorAll(COVERS)];
    covers.forEach((one) => watcher.observe(one));
  }
  map.on("moveend viewreset resize", hideSoon);
  watch();
  addEventListener("DOMContentLoaded", watch);
  hideSoon();
}
