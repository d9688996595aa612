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

  const copies = new Map();
  const copyOnce = (node) => {
    if (!copies.has(node)) copies.set(node, copy(node));
    return copies.get(node);
  };

  const title = make("h2", "");
  const nothing = make("p", texts.noEvents);
  let shownFor;
  let isScrolled = false;
  panel.addEventListener("scroll", () => (isScrolled = panel.scrollTop > 0));

  return function show(tick, label, selected) {
    if (shownFor === `${tick} ${selected}`) return;
    shownFor = `${tick} ${selected}`;
    const shown = entries
      .filter((entry) => phaseOf(events[entry.dataset.entry], tick) === "now")
      .map(copyOnce);
    let chosen;
    for (const entry of shown) {
      const isChosen = entry.dataset.entry === selected;
      entry.classList.toggle("chosen", isChosen);
      if (isChosen) chosen = entry;
    }
    const country = countries.get(selected);
    const focused = panel.contains(document.activeElement) && document.activeElement;
    title.textContent = texts.events.replace("{tick}", label);
    arrange(panel, [
      ...(country ? [copyOnce(country)] : []),
      title,
      ...(shown.length ? shown : [nothing]),
    ]);
    if (focused) (focused.isConnected ? focused : panel).focus({ preventScroll: true });
    // Asking for its place has everything laid out at once; a panel that nobody has
    // scrolled is where it should be.
    if (chosen || isScrolled) {
      panel.scrollTop = chosen ? chosen.offsetTop - 40 : 0;
      isScrolled = panel.scrollTop > 0;
    }
  };
}

// What stays stays in its place: the browser lays out again only what is new.
export function arrange(parent, nodes) {
  const wanted = new Set(nodes);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  nodes.forEach((node, index) => {
    if (parent.children[index] !== node) {
      parent.insertBefore(node, parent.children[index] ?? null);
    }
  });
}

// Footnotes point into the list of sources; out here they are written in full.
export function copy(node) {
  const clone = node.cloneNode(true);
  clone.removeAttribute("id");
  for (const cites of clone.querySelectorAll("sup")) {
    const full = cites.textContent.match(/\d+/g).map((number) => {
      const line = document.createElement("span");
      const source = document.getElementById(`s${number}`);
      line.append(...source.cloneNode(true).childNodes);
      return line;
    });
    const block = document.createElement(clone.dataset.country ? "details" : "span");
    block.className = "source";
    if (clone.dataset.country) {
      block.append(make("summary", document.querySelector(".sources").dataset.title));
    }
    block.append(...full);
    cites.replaceWith(block);
  }
  if (clone.dataset.country) {
    const name = clone.querySelector("h3");
    name.replaceWith(make("h2", name.textContent));
  }
  if (clone.dataset.kind) clone.querySelector(".when").prepend(icon(clone.dataset.kind));
  return clone;
}

// The sign that the event has on the map.
function icon(kind) {
  const holder = document.createElement("span");
  holder.innerHTML = '<svg class="icon" viewBox="-9 -9 18 18"><use/></svg>';
  holder.querySelector("use").setAttribute("href", `#m-${kind}`);
  holder.ariaHidden = true;
  return holder;
}

// Below the map the footnotes become links when somebody first reads there.
export function linkFootnotes(section) {
  if (section.open === false || section.querySelector("sup a")) return;
  for (const cites of section.querySelectorAll("sup")) {
    const links = cites.textContent.match(/\d+/g).flatMap((number) => {
      const link = make("a", number);
      link.href = `#s${number}`;
      return [link, " "];
    });
    cites.replaceChildren(...links);
  }
}

export function make(name, text) {
  const node = document.createElement(name);
  node.textContent = text;
  return node;
}
