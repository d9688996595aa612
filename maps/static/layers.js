// Layers of many events: drawn, listed and chosen beside what the page itself shows.

import { makeCells } from "./cells.js";
import { makeFound } from "./found.js";
import { make } from "./nodes.js";
import { makeSpots } from "./spots.js";

export function startLayers(map, { ticks, labels }, given) {
  const root = document.documentElement;
  const svg = document.getElementById("scene");
  const tip = document.getElementById("tip");
  const panel = document.getElementById("found");
  const write = makeWriter(given);
  const layers = given.layers.map((one) => {
    const group = svg.querySelector(`[data-layer="${CSS.escape(one.id)}"]`);
    const layer =
      "cells" in one ? makeCells(group, one, write) : makeSpots(group, one, given.gap);
    const box = panel.querySelector(`[data-found="${CSS.escape(one.id)}"]`);
    const found = makeFound(box, layer, {
      title: (name, tick) =>
        given.texts.title
          .replace("{tick}", () => labels[tick])
          .replace("{layer}", () => name),
      write,
      onChoose: (key, isByKey) => choose(self, key, isByKey),
    });
    const self = { group, layer, box, found };
    return self;
  });
  const isBeside = matchMedia("(min-width: 1000px)");
  let tick;

  function choose(self, key, isByKey) {
    for (const other of layers) {
      const its = other === self ? key : undefined;
      other.layer.choose(its);
      other.found.choose(its);
      other.found.show(tick);
    }
    if (key === undefined) return;
    if (isByKey) self.found.focus();
    // Beside the map it scrolls by itself; below the map the page has to.
    else if (isBeside.matches) panel.scrollTop = self.box.offsetTop;
    else self.box.scrollIntoView({ block: "nearest" });
  }

  function draw() {
    const now = ticks.indexOf(root.dataset.tick);
    if (now === tick) return;
    tick = now;
    for (const { box, layer, found } of layers) {
      if (box.hidden) continue;
      layer.paint(tick);
      found.show(tick);
    }
  }

  function resize() {
    const scale = Number(svg.style.getPropertyValue("--u"));
    for (const { layer } of layers) layer.resize?.(scale);
  }

  // What is under the pointer: a layer and the place in it.
  function hit({ target, clientX, clientY }) {
    if (!(target instanceof Element)) return undefined;
    const self = layers.find(({ group }) => group.contains(target));
    if (!self) return undefined;
    const at = new DOMPoint(clientX, clientY).matrixTransform(svg.getScreenCTM().inverse());
    const key = self.layer.hit(target, at);
    return key === undefined ? undefined : { self, key };
  }

  new MutationObserver(draw).observe(root, { attributeFilter: ["data-tick"] });
  map.on("zoomend viewreset resize", resize);
  map.on("click", ({ originalEvent }) => {
    const found = hit(originalEvent);
    if (found) choose(found.self, found.key);
  });
  svg.addEventListener("pointermove", (event) => {
    const found = hit(event);
    if (!found) return;
    tip.textContent = found.self.layer.name(found.key);
    tip.hidden = false;
  });
  document.addEventListener("keydown", ({ key }) => {
    const self = layers.find(({ found }) => found.isChosen());
    if (key === "Escape" && self) choose(self, undefined);
  });
  for (const [index, input] of document.querySelectorAll("[data-layer-switch]").entries()) {
    input.addEventListener("change", () => {
      const { group, box, layer, found } = layers[index];
      group.classList.toggle("off", !input.checked);
      box.hidden = !input.checked;
      if (input.checked) layer.paint(tick);
      else if (found.isChosen()) choose(layers[index], undefined);
      found.show(tick);
    });
  }
  resize();
  draw();
}

// Numbers and the words around them in the page's language.
function makeWriter({ language, texts }) {
  const format = new Intl.NumberFormat(language, { numberingSystem: "latn" });
  const number = (value) => format.format(value);
  const side = (degrees, one, other) =>
    texts[degrees < 0 ? other : one].replace("{degrees}", number(Math.abs(degrees)));
  const row = (word, value) => [make("dt", word), make("dd", value)];

  function tally(found, estimates) {
    if (!found) return make("p", texts.none);
    const list = document.createElement("dl");
    list.className = "call";
    const { events, places, dates, killed } = found;
    list.append(
      ...row(texts.events, number(events)),
      ...estimates.flatMap(([name, words]) =>
        row(texts.killed.replace("{estimate}", words), number(killed[name])),
      ),
      ...row(texts.places, number(places)),
      ...row(texts.dates, number(dates)),
    );
    return list;
  }

  return {
    number,
    tally,
    none: texts.none,
    count: (value) => `${texts.events}: ${number(value)}`,
    place: (lat, lon) => `${side(lat, "north", "south")} ${side(lon, "east", "west")}`,
  };
}
