// The panel: copies of what the reading section below the map already holds.

import { phaseOf } from "./slices.js";

// The ticks of every event, as the reading section has them.
export function readSpans() {
  const entries = document.querySelectorAll("#events [data-entry]");
  return Object.fromEntries(
    [...entries].map(({ dataset }) => [
      dataset.entry,
      dataset.span.split(" ").map(Number),
    ]),
  );
}

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

// Footnotes point into the list of sources; out here they are written in full.
function copy(node, selected) {
  const clone = node.cloneNode(true);
  clone.removeAttribute("id");
  clone.classList.toggle("chosen", clone.dataset.entry === selected);
  for (const cites of clone.querySelectorAll(".cites")) {
    const full = [...cites.querySelectorAll("a")].map((cite) => {
      const line = document.createElement("span");
      const source = document.getElementById(cite.hash.slice(1));
      line.append(...source.cloneNode(true).childNodes);
      return line;
    });
    const block = document.createElement(clone.dataset.country ? "details" : "span");
    block.className = "source";
    if (clone.dataset.country) block.append(summary());
    block.append(...full);
    cites.replaceWith(block);
  }
  return clone;
}

function summary() {
  const node = document.createElement("summary");
  node.textContent = document.querySelector(".sources").dataset.title;
  return node;
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
