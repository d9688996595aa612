// What a shape of a layer is, at the pointer, at a finger and for the arrow keys.

import { make } from "./nodes.js";

const TIP_WAYS = new Map([
  ["ArrowRight", 1],
  ["ArrowDown", 1],
  ["ArrowLeft", -1],
  ["ArrowUp", -1],
]);

/**
 * Show a tip at the pointer, at a finger, and at the shape that the arrow keys reach.
 *
 * @param {L.SVGOverlay} overlay
 * @param {SVGPathElement[]} paths
 * @param {(shape: number) => string[]} describe nothing for a shape that is not there
 * @returns {ReturnType<typeof makeMapTip>} the tip, for more than these shapes
 */
export function makeShapeTip(overlay, paths, describe) {
  const tip = makeMapTip(overlay);
  tip.node.setAttribute("role", "status");
  const group = paths[0]?.parentElement;
  let at = -1;

  /** @param {number} shape @param {number} x @param {number} y in the window */
  function show(shape, x, y) {
    for (const path of paths) path.classList.remove("chosen");
    const texts = shape < 0 ? [] : describe(shape);
    tip.show(texts, x, y);
    if (texts.length) paths[shape].classList.add("chosen");
  }
  const hide = () => show(-1, 0, 0);
  /** @param {PointerEvent} event */
  const follow = ({ target, clientX, clientY }) =>
    show(paths.indexOf(/** @type {SVGPathElement} */ (target)), clientX, clientY);

  /** @param {number} way */
  function walk(way) {
    for (let step = 1; step <= paths.length; step += 1) {
      const next = (at + way * step + 2 * paths.length * step) % paths.length;
      if (!describe(next).length) continue;
      at = next;
      const { left, right, top, bottom } = paths[at].getBoundingClientRect();
      show(at, (left + right) / 2, (top + bottom) / 2);
      return;
    }
  }

  group?.addEventListener("pointermove", follow);
  group?.addEventListener("pointerdown", follow);
  group?.addEventListener("pointerleave", (event) => isLifted(event) || hide());
  overlay.on("add", () => {
    const map = mapOf(overlay);
    // Before a shape hears of the finger: the tip of another one, or of an area, goes.
    map?.getContainer().addEventListener("pointerdown", hide, true);
    map?.on("movestart zoomstart", hide);
  });
  group?.addEventListener("blur", hide);
  group?.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
    const way = TIP_WAYS.get(event.key);
    if (!way) return;
    event.preventDefault();
    event.stopPropagation();
    walk(way);
  });
  return tip;
}

/**
 * Tell whether a finger has left the screen, which leaves what it pointed at, too: its tip
 * stays until the next touch.
 *
 * @param {PointerEvent} event
 */
export const isLifted = ({ pointerType }) => pointerType === "touch";

/**
 * Make a tip that is in the frame of a map as long as a layer is on it.
 *
 * @param {L.SVGOverlay} overlay
 * @returns {{ node: HTMLElement, show: (texts: string[], x: number, y: number) => void }}
 *   shows lines beside a point of the window, or nothing for none
 */
export function makeMapTip(overlay) {
  const node = make("div", "");
  node.className = "time-tip";
  node.hidden = true;
  overlay.on("add", () => void mapOf(overlay)?.getContainer().append(node));
  overlay.on("remove", () => node.remove());
  return {
    node,
    show(texts, x, y) {
      node.hidden = !texts.length;
      if (node.hidden) return;
      node.replaceChildren(...texts.map((text) => make("div", text)));
      placeShapeTip(node, x, y);
    },
  };
}

/**
 * Return the map that a layer is on, which Leaflet's types keep to themselves.
 *
 * @param {L.Layer} layer
 * @returns {L.Map | undefined}
 */
export const mapOf = (layer) => /** @type {any} */ (layer)._map;

/**
 * Put a tip beside a point, inside the frame of the map.
 *
 * @param {HTMLElement} tip
 * @param {number} x
 * @param {number} y
 */
function placeShapeTip(tip, x, y) {
  const frame = /** @type {HTMLElement} */ (tip.parentElement);
  const box = frame.getBoundingClientRect();
  const left = Math.min(x - box.left + 12, frame.clientWidth - tip.offsetWidth - 4);
  const top = Math.min(y - box.top + 12, frame.clientHeight - tip.offsetHeight - 4);
  tip.style.left = `${Math.max(4, left)}px`;
  tip.style.top = `${Math.max(4, top)}px`;
}
