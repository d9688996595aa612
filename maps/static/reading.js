// What stands below the map, and what beside it is made of that: panel, links, codes.

import { writeAddress } from "./address.js";
import { linkFootnotes, makePanel } from "./panel.js";
import { makeShare, placeOf } from "./share.js";

// The map starts before the browser has read on: it does not wait for the long text.
export function whenRead(start) {
  document.addEventListener("DOMContentLoaded", start);
}

export function startReading(payload, { address, onSelect }) {
  const find = (id) => document.getElementById(id);
  const panel = find("panel");
  const show = makePanel(panel, payload);
  const share = makeShare(address, payload.texts);
  const choosers = [...document.querySelectorAll("[data-select]")];
  let chosen;

  for (const button of choosers) {
    button.addEventListener("click", () => {
      onSelect(button.dataset.select);
      if (chosen) panel.scrollIntoView({ block: "start" });
    });
  }
  for (const link of document.querySelectorAll("a[hreflang]")) {
    link.addEventListener("click", () => {
      link.hash = writeAddress(address());
    });
  }
  for (const link of document.querySelectorAll(".sources a, .credit a, footer p a")) {
    Object.assign(link, { target: "_blank", rel: "noopener" });
  }
  find("reading").addEventListener("toggle", ({ target }) => linkFootnotes(target));
  document.querySelectorAll("[data-note],[data-cites]").forEach(linkFootnotes);
  window.addEventListener("beforeprint", () => {
    find("address").textContent = placeOf() + writeAddress(address());
  });

  return function draw(tick, select) {
    if (select !== chosen) {
      chosen = select;
      for (const button of choosers) button.ariaPressed = button.dataset.select === select;
    }
    share();
    show(tick, payload.labels[tick], select);
  };
}
