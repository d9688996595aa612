// The lists under the map: whose borders it draws, and which organisation it outlines.

import { find, findAll } from "./nodes.js";

/** @import {Store} from "./store.js" */

/**
 * Start the two lists, where the page has them.
 *
 * @param {Store} store
 */
export function startChoices(store) {
  /** @type {HTMLSelectElement | null} */
  const view = find("#view");
  /** @type {HTMLSelectElement | null} */
  const compare = find("#compare");
  const notes = findAll("[data-note]");
  view?.addEventListener("change", () => store.set({ view: view.value }));
  compare?.addEventListener("change", () => store.set({ organisation: compare.value }));
  store.subscribe((state, before) => {
    if (view && view.value !== state.view) view.value = state.view;
    if (state.organisation === before.organisation) return;
    for (const note of notes) note.hidden = note.dataset.note !== state.organisation;
  });
}

/** Let a button show nothing but the page, where the browser and its host allow it. */
export function startFullScreen() {
  const button = find("#full");
  button.hidden = !document.fullscreenEnabled;
  button.addEventListener("click", () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen();
  });
}
