// The panel: copies of what the reading section below the map already holds.

import { phaseOf } from "./slices.js";

export function makePanel(panel, { events, texts }) {
  const entries = [...document.querySelectorAll("#events [data-entry]")];
  const countries = new Map(
    [...document.querySelectorAll("#countries [data-country]")].map((node) => [
      node.dataset.country,
      node,
    ]),
  );

  return function show(tick, label, selected) {
    const shown = entries.filter(
      (entry) => phaseOf(events[entry.dataset.entry], tick) === "now",
    );
    const parts = [];
    const country = countries.get(selected);
    if (country) parts.push(copy(country));
    parts.push(heading(texts.events.replace("{tick}", label)));
    if (shown.length) parts.push(...shown.map((entry) => copy(entry, selected)));
    else parts.push(paragraph(texts.noEvents));
    panel.replaceChildren(...parts);
    panel.scrollTop = 0;
    const chosen = panel.querySelector(".chosen");
    if (chosen) panel.scrollTop = chosen.offsetTop - panel.offsetTop - 40;
  };
}

function copy(node, selected) {
  const clone = node.cloneNode(true);
  clone.removeAttribute("id");
  clone.classList.toggle("chosen", clone.dataset.entry === selected);
  for (const cite of clone.querySelectorAll('a[href^="#s-"]')) {
    const source = document.getElementById(cite.hash.slice(1));
    if (source) {
      const full = document.createElement("span");
      full.className = "source";
      full.append(...source.cloneNode(true).childNodes);
      cite.replaceWith(full);
    }
  }
  return clone;
}

function heading(text) {
  const node = document.createElement("h2");
  node.textContent = text;
  return node;
}

function paragraph(text) {
  const node = document.createElement("p");
  node.textContent = text;
  return node;
}
