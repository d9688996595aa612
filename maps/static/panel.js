// The panel: copies of what the reading section below the map already holds.

import { copyEntry } from "./copies.js";
import { findAll, make, setText } from "./nodes.js";
import { phaseOf } from "./slices.js";

/** @import {PageData, Span} from "./page_data.js" */
/** @import {Listener} from "./store.js" */

/**
 * @typedef {object} Entry an event of the text, and its copy once it was shown
 * @property {string} id
 * @property {Span} span
 * @property {HTMLElement} node
 * @property {HTMLElement} [copy]
 */

/**
 * Fill the panel; return a listener that shows the events of a tick and the choice.
 *
 * @param {HTMLElement} panel
 * @param {PageData} data
 * @returns {Listener}
 */
export function makePanel(panel, { events, labels, texts }) {
  const entries = collectEntries(events);
  const title = make("h2", "");
  const nothing = make("p", texts.noEvents);
  const showCountry = makeCountries(panel);
  let shown = "";
  let isScrolled = false;
  panel.append(title, nothing);
  panel.addEventListener("scroll", () => (isScrolled = panel.scrollTop > 0));

  return ({ tick, select }) => {
    if (shown === `${tick} ${select}`) return;
    shown = `${tick} ${select}`;
    const focused = panel.contains(document.activeElement) && document.activeElement;
    setText(title, texts.events.replace("{tick}", labels[tick]));
    showCountry(select);
    const { isEmpty, chosen } = showEvents(entries, title, tick, select);
    if (nothing.hidden === isEmpty) nothing.hidden = !isEmpty;
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

/**
 * Put the events of a tick after an element. What was shown once stays where it is, out of
 * sight: so it need not be laid out again.
 *
 * @param {Entry[]} entries
 * @param {HTMLElement} before
 * @param {number} tick
 * @param {string} selected
 */
function showEvents(entries, before, tick, selected) {
  /** @type {HTMLElement | undefined} */
  let chosen;
  let isEmpty = true;
  for (const entry of entries) {
    const isNow = phaseOf(entry.span, tick) === "now";
    if (isNow) isEmpty = false;
    if (isNow && !entry.copy) before.after((entry.copy = copyEntry(entry.node)));
    if (!entry.copy) continue;
    before = entry.copy;
    if (before.hidden === isNow) before.hidden = !isNow;
    const isChosen = isNow && entry.id === selected;
    before.classList.toggle("chosen", isChosen);
    if (isChosen) chosen = before;
  }
  return { isEmpty, chosen };
}

/**
 * Name the entries of the reading section: the payload has them in the same order.
 *
 * @param {Map<string, Span>} events
 * @returns {Entry[]}
 */
function collectEntries(events) {
  const listed = findAll("#events [data-entry]");
  return [...events].map(([id, span], index) => {
    const node = listed[index];
    node.dataset.entry = id;
    return { id, span, node };
  });
}

/**
 * Return a function that shows the chosen country at the top of the panel, if it is one.
 *
 * @param {HTMLElement} panel
 */
function makeCountries(panel) {
  const nodes = findAll("#countries [data-country]");
  /** @type {Map<string, HTMLElement>} */
  const copies = new Map();
  /** @type {HTMLElement | undefined} */
  let card;

  return (/** @type {string} */ selected) => {
    const node = nodes.find(({ dataset }) => dataset.country === selected);
    if (node && !copies.has(selected)) copies.set(selected, copyEntry(node));
    const wanted = copies.get(selected);
    if (card === wanted) return;
    card?.remove();
    card = wanted;
    if (card) panel.prepend(card);
  };
}
