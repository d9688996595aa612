// The address of the window: it follows the state, and the state follows it.

import { readAddress, writeAddress } from "./address.js";

/** @import {Store} from "./store.js" */
/** @import {Known, Words} from "./words.js" */

const PAUSE = 150; // milliseconds: browsers allow a page only so many new addresses a second

/**
 * Write every new state into the address, and read addresses that are typed.
 *
 * @param {Store} store
 * @param {Known} known
 * @param {() => Words} address words of the present state
 * @param {(words: Words) => void} onWords what to do with words that were typed
 */
export function startAddressBar(store, known, address, onWords) {
  let timer = 0;
  store.subscribe((state, before) => {
    // An outline is no part of the address.
    if (state.organisation !== before.organisation) return;
    clearTimeout(timer);
    timer = setTimeout(() => replaceAddress(writeAddress(address())), PAUSE);
  });
  addEventListener("hashchange", ({ newURL }) => {
    // The address may have been replaced since: what was typed is in the event.
    const { hash } = new URL(newURL);
    // A footnote's address is a place on the page, not a state of the map.
    if (!/=|%3d/i.test(hash)) return;
    clearTimeout(timer);
    onWords(readAddress(hash, known));
  });
}

/** @param {string} address */
function replaceAddress(address) {
  try {
    history.replaceState(null, "", address);
  } catch {
    // A frame without an address of its own (srcdoc) has none to keep.
  }
}
