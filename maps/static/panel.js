// The panel: copies of what the reading section below the map already holds.

import { make, setText } from "./nodes.js";
import { phaseOf } from "./slices.js";

export function makePanel(panel, { events, texts }) {
  const listed = [...document.querySelectorAll("#events [data-entry]")];
  // The payload names the entries of the reading section, in the same order.
  const entries = [...events].map(([id, span], index) => {
    const node = listed[index];
    node.dataset.entry = id;
    return { id, span, node };
  });
  const countries = new Map(
    [...document.querySelectorAll("#countries [data-country]")].map((node) => [
      node.dataset.country,
      { node },
    ]),
  );
  const title = make("h2", "");
  const nothing = make("p", texts.noEvents);
  let card;
  let shownFor;
  let isScrolled = false;
  panel.append(title, nothing);
  panel.addEventListener("scroll", () => (isScrolled = panel.scrollTop > 0));

  // What was shown once stays where it is, out of sight: so it need not be laid out again.
  function showEvents(tick, selected) {
    let before = title;
    let chosen;
    let isFull = false;
    for (const entry of entries) {
      const isNow = phaseOf(entry.span, tick) === "now";
      isFull ||= isNow;
      if (isNow && !entry.copy) before.after((entry.copy = copy(entry.node)));
      if (!entry.copy) continue;
      before = entry.copy;
      if (before.hidden === isNow) before.hidden = !isNow;
      const isChosen = isNow && entry.id === selected;
      before.classList.toggle("chosen", isChosen);
      if (isChosen) chosen = before;
    }
    if (nothing.hidden !== isFull) nothing.hidden = isFull;
    return chosen;
  }

  function showCountry(country) {
    if (country) country.copy ??= copy(country.node);
    if (card === country?.copy) return;
    card?.remove();
    card = country?.copy;
    if (card) panel.prepend(card);
  }

  return function show(tick, label, selected) {
    if (shownFor === `${tick} ${selected}`) return;
    shownFor = `${tick} ${selected}`;
    const focused = panel.contains(document.activeElement) && document.activeElement;
    setText(title, texts.events.replace("{tick}", label));
    showCountry(countries.get(selected));
    const chosen = showEvents(tick, selected);
    // What has the focus may have gone.
    if (focused && (!focused.isConnected || focused.closest("[hidden]"))) {
      panel.focus({ preventScroll: true });
    }
    // Asking for its place has everything laid out at once; a panel that nobody has
    // scrolled is where it should be.
    if (chosen || isScrolled) {
      panel.scrollTop = chosen ? chosen.offsetTop - 40 : 0;
      isScrolled = panel.scrollTop > 0;
    }
  };
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
