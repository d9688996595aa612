// What stands below the map, and what beside it is made of that: panel, links, codes.

import { writeAddress } from "./address.js";
import { linkFootnotes, numberSources } from "./copies.js";
import { makeHeadline } from "./headline.js";
import { isEmbedded } from "./host.js";
import { bringIntoView, find, findAll } from "./nodes.js";
import { makePanel } from "./panel.js";
import { makeShare, placeOf } from "./share.js";

/** @import {PageData} from "./page_data.js" */
/** @import {Store} from "./store.js" */
/** @import {Words} from "./words.js" */

/**
 * Wait until the browser has read the page to its end: the map starts before that.
 *
 * @param {() => void} start
 */
export function whenRead(start) {
  document.addEventListener("DOMContentLoaded", start);
}

/**
 * Start what is made of the text, once it is there.
 *
 * @param {Store} store
 * @param {PageData} data
 * @param {() => Words} address words of the present state
 * @param {(name: string) => void} onSelect
 */
export function startReading(store, data, address, onSelect) {
  // First: the panel copies sources and links.
  numberSources();
  startLinks(address);
  const listeners = [
    makeHeadline(data),
    makeChoosers(store, onSelect),
    makeShare(address, data.texts),
    // Last, since it asks for the panel's height: one layout a step.
    makePanel(find("#panel"), data),
  ];
  for (const listener of listeners) {
    listener(store.get(), store.get());
    store.subscribe(listener);
  }
}

/**
 * Let buttons with a name choose it; return what shows on them what is chosen.
 *
 * @param {Store} store
 * @param {(name: string) => void} onSelect
 */
function makeChoosers(store, onSelect) {
  const choosers = findAll("[data-select]");
  /** @type {string | undefined} */
  let chosen;
  for (const button of choosers) {
    button.addEventListener("click", () => {
      onSelect(button.dataset.select);
      if (store.get().select) bringIntoView(find("#panel"));
    });
  }
  return (/** @type {{ select: string }} */ { select }) => {
    if (select === chosen) return;
    chosen = select;
    for (const button of choosers) {
      button.ariaPressed = `${button.dataset.select === select}`;
    }
  };
}

/** @param {() => Words} address */
function startLinks(address) {
  /** @type {HTMLAnchorElement[]} */
  const languages = findAll("a[hreflang]");
  for (const link of languages) {
    link.addEventListener("click", (event) => {
      link.hash = writeAddress(address());
      // The way back of a host's reader is not that of the frame.
      if (!isEmbedded) return;
      event.preventDefault();
      location.replace(link.href);
    });
  }
  for (const link of findAll(".sources a, .credit a, footer p a")) {
    Object.assign(link, { target: "_blank", rel: "noopener" });
  }
  findAll(".sources li").forEach((source, index) => (source.id = `s${index + 1}`));
  find("#reading").addEventListener("toggle", () => linkFootnotes(find("#reading")));
  findAll("[data-note],[data-cites]").forEach(linkFootnotes);
  addEventListener("beforeprint", () => {
    find("#address").textContent = placeOf() + writeAddress(address());
  });
}
