// A layer of single events: a mark for every place, set where it differs from before.

import { valueAt } from "./slices.js";

export function makeSpots(group, given, gap) {
  const [isEvents, isRing] = ["data-events", "data-ring"];
  const spots = [...group.querySelectorAll("[data-spot]")].map((node, key) => ({
    node,
    looks: given.looks[key],
    shown: null,
    ground: node.querySelector(".ground"),
    parts: ["most", "least", "near", "dot"].map((name) => node.querySelector(`.${name}`)),
    text: node.querySelector("text"),
  }));
  const entries = spots.map(() => []);
  for (const node of document.querySelectorAll(`[data-item="${CSS.escape(given.id)}"]`)) {
    const [first, last] = node.dataset.span.split(" ").map(Number);
    entries[node.dataset.place].push({ node, first, last });
  }
  let [tick, scale] = [0, 1];

  function ringOf([, dot, , , reach]) {
    if (reach === null) return "region";
    if (!reach) return "exact";
    return reach >= (dot + gap) * scale ? "ground" : "near";
  }

  function draw(spot, look) {
    spot.shown = look;
    const [count, dot, least, most, reach] = look;
    spot.node.setAttribute(isEvents, count);
    if (!count) return;
    spot.ground.setAttribute("r", reach ?? 0);
    [most, least, dot + gap, dot].forEach((r, index) => {
      spot.parts[index].setAttribute("r", r);
    });
    spot.text.textContent = count > 1 ? count : "";
    spot.node.setAttribute(isRing, ringOf(look));
  }

  return {
    paint(now) {
      tick = now;
      for (const spot of spots) {
        const look = valueAt(spot.looks, tick);
        if (look !== spot.shown) draw(spot, look);
      }
    },
    resize(now) {
      scale = now;
      for (const { node, shown } of spots) {
        if (shown?.[0]) node.setAttribute(isRing, ringOf(shown));
      }
    },
    busiest: () =>
      spots
        .map(({ looks }, key) => ({ key, count: valueAt(looks, tick)[0] }))
        .filter(({ count }) => count)
        .sort((a, b) => b.count - a.count || a.key - b.key),
    hit(target) {
      const spot = target.closest("[data-spot]");
      return spot ? Number(spot.dataset.spot) : undefined;
    },
    name: (key) => given.names[key],
    choose(key) {
      spots.forEach(({ node }, index) => node.classList.toggle("chosen", index === key));
    },
    events: (key, isAlways) =>
      entries[key]
        .filter(({ first, last }) => isAlways || (first <= tick && tick <= last))
        .map(({ node }) => node),
  };
}
