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
  const ids = [...events.keys()];
  const leadOf = (/** @type {number} */ tick) => ids[valueAt(leads, tick)];
  const entries = collectEntries(events, leadOf);
  const title = make("h2", "");
  const nothing = make("p", texts.noEvents);
  const standing = make("h2", texts.standing);
  standing.className = "goes-on";
  const showCountry = makeCountries(panel);
  let shown = "";
  let isScrolled = false;
  panel.append(title, standing, nothing);
  prepareCards(entries, nothing);
  panel.addEventListener("scroll", () => (isScrolled = panel.scrollTop > 0));

  return ({ tick, select }) => {
    if (shown === `${tick} ${select}`) return;
    shown = `${tick} ${select}`;
    const focused = panel.contains(document.activeElement) && document.activeElement;
    setText(title, texts.events.replace("{tick}", labels[tick]));
    showCountry(select);
    const state = { tick, select };
    const lead = leadOf(tick);
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
 * Copy and lay out each entry while the browser has nothing else to do, so that the first
 * visit of a tick takes no longer than the next.
 *
 * @param {Entry[]} entries
 * @param {HTMLElement} end
 */
function prepareCards(entries, end) {
  const [...left] = entries;
  const prepare = () => {
    const entry = left.shift();
    if (!entry) return;
    whenIdle(prepare);
    if (entry.copy) return;
    const copy = (entry.copy = copyEntry(entry.node));
    const next = left.find((other) => other.copy)?.copy;
    (next ?? end).before(copy);
    copy.getBoundingClientRect(); // lays it out
    copy.hidden = true;
  };
  whenIdle(prepare);
}

/**
 * Show the events of a tick: first the one that the headline tells of, and after those that
 * begin the ones that go on, the latest first. What was shown once stays where it is, out of
 * sight: so it need not be laid out again.
 *
 * @param {Entry[]} entries
 * @param {HTMLElement} title
 * @param {HTMLElement} standing heading of those that go on
 * @param {Readonly<{ tick: number, select: string }>} state
 * @param {string} lead id of the first
 */
function showEvents(entries, title, standing, { tick, select }, lead) {
  const now = entries.filter(({ span }) => phaseOf(span, tick) === "now");
  const isNew = (/** @type {Entry} */ { id, span }) =>
    span[0] === tick || id === lead || id === select;
  const begun = now.filter(isNew).sort((a, b) => +(b.id === lead) - +(a.id === lead));
  const goOn = now.filter((entry) => !isNew(entry));
  for (const entry of now) entry.copy ??= copyEntry(entry.node);
  for (const entry of entries) {
    const { id, copy } = entry;
    if (!copy) continue;
    const isShown = now.includes(entry);
    if (copy.hidden === isShown) copy.hidden = !isShown;
    copy.classList.toggle("chosen", id === select);
    if (isShown) copy.classList.toggle("brief", !isNew(entry));
  }
  /** @type {HTMLElement[]} */
  const wanted = [...begun, ...goOn].map(({ copy }) => /** @type {HTMLElement} */ (copy));
  wanted.splice(begun.length, 0, standing);
  standing.hidden = !goOn.length;
  putInOrder(title, wanted);
  const chosen = now.find(({ id }) => id === select)?.copy;
  return { isEmpty: !now.length, chosen };
}

/**
 * Let nodes follow each other, with nothing but hidden ones between; move no more of them
 * than that takes, since what is moved is laid out anew.
 *
 * @param {Element} last what the first is to follow
 * @param {HTMLElement[]} nodes
 */
function putInOrder(last, nodes) {
  for (const node of nodes) {
    let next = /** @type {HTMLElement | null} */ (last.nextElementSibling);
    while (next?.hidden && next !== node) next = /** @type {any} */ (next.nextElementSibling);
    if (next !== node) last.after(node);
    last = node;
  }
}

/**
 * Name the entries of the reading section, the payload has them in the same order; return
 * those that begin last first, before them the one that the headline of their tick tells of.
 *
 * @param {Map<string, Span>} events
 * @param {(tick: number) => string} leadOf
 * @returns {Entry[]}
 */
function collectEntries(events, leadOf) {
  const listed = findAll("#events [data-entry]");
  const entries = [...events].map(([id, span], index) => {
    const node = listed[index];
    node.dataset.entry = id;
    return { id, span, node };
  });
  const isLead = (/** @type {Entry} */ { id, span }) => +(leadOf(span[0]) === id);
  return entries.sort(
    (one, other) => other.span[0] - one.span[0] || isLead(other) - isLead(one),
  );
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
