// The panel: copies of what the reading section below the map already holds.

import { copyEntry } from "./copies.js";
import { findAll, make, setText, whenIdle } from "./nodes.js";
import { phaseOf, valueAt } from "./slices.js";

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
export function makePanel(panel, { events, labels, texts, leads }) {
  const entries = collectEntries(events);
  const title = make("h2", "");
  const nothing = make("p", texts.noEvents);
  const standing = make("h2", texts.standing);
  standing.className = "goes-on";
  const showCountry = makeCountries(panel);
  let shown = "";
  let isScrolled = false;
  panel.append(title, standing, nothing);
  // So that the first visit of a tick takes no longer than the next.
  const [...left] = entries;
  const prepare = () => {
    const entry = left.pop();
    if (!entry) return;
    entry.copy ??= copyEntry(entry.node);
    whenIdle(prepare);
  };
  whenIdle(prepare);
  panel.addEventListener("scroll", () => (isScrolled = panel.scrollTop > 0));

  return ({ tick, select }) => {
    if (shown === `${tick} ${select}`) return;
    shown = `${tick} ${select}`;
    const focused = panel.contains(document.activeElement) && document.activeElement;
    setText(title, texts.events.replace("{tick}", labels[tick]));
    showCountry(select);
    const state = { tick, select };
    const lead = valueAt(leads, tick);
    const { isEmpty, chosen } = showEvents(entries, title, standing, state, lead);
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
 * Show the events of a tick: first the one that the headline tells of, and after those that
 * begin the ones that go on. What was shown once stays where it is, out of sight: so it
 * need not be laid out again.
 *
 * @param {Entry[]} entries
 * @param {HTMLElement} title
 * @param {HTMLElement} standing heading of those that go on
 * @param {Readonly<{ tick: number, select: string }>} state
 * @param {number} lead position of the first
 */
function showEvents(entries, title, standing, { tick, select }, lead) {
  const now = entries.filter(({ span }) => phaseOf(span, tick) === "now");
  const isNew = (/** @type {Entry} */ entry) =>
    entry.span[0] === tick || entry === entries[lead] || entry.id === select;
  const begun = now.filter(isNew).sort((a, b) => +(b === entries[lead]) - +(a === entries[lead]));
  const goOn = now.filter((entry) => !isNew(entry));
  for (const entry of now) entry.copy ??= copyEntry(entry.node);
  /** @type {HTMLElement[]} */
  const wanted = [...begun, ...goOn].map(({ copy }) => /** @type {HTMLElement} */ (copy));
  wanted.splice(begun.length, 0, standing);
  for (const { copy } of entries) {
    if (copy && copy.hidden === wanted.includes(copy)) copy.hidden = !copy.hidden;
    copy?.classList.toggle("chosen", copy.dataset.entry === select);
  }
  standing.hidden = !goOn.length;
  /** @type {Element | null} */
  let next = title;
  const isInOrder = wanted.every((node) => {
    do next = next && next.nextElementSibling;
    while (next && /** @type {HTMLElement} */ (next).hidden && next !== node);
    return next === node;
  });
  if (!isInOrder) title.after(...wanted);
  const chosen = now.find(({ id }) => id === select)?.copy;
  return { isEmpty: !now.length, chosen };
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
