// Find a state, a place, an event or a date by typing.

import { fold, readDate, tickOfDate } from "./dates.js";
import { find, findAll, make } from "./nodes.js";

/** @import {PageData} from "./page_data.js" */
/** @import {Store} from "./store.js" */

/** @typedef {{ name: string, folded: string, go: () => void }} Entry what can be found */

const MOST = 8; // entries shown at once

/**
 * Start the field: a combobox whose list has what fits the text.
 *
 * @param {PageData} data
 * @param {Store} store
 * @param {ParentNode} svg
 * @param {(node: Element) => void} onPlace shows an element of the scene
 */
export function startFinder(data, store, svg, onPlace) {
  /** @type {HTMLInputElement} */
  const field = find("#find");
  const list = find("#matches");
  /** @type {Entry[]} */
  let all = [];
  /** @type {Entry[]} */
  let found = [];
  let active = 0;

  function show() {
    found = field.value.trim() ? findEntries(field.value, all, data, store) : [];
    active = 0;
    list.replaceChildren(...found.map(makeOption));
    [...list.children].forEach((item, at) => item.addEventListener("click", () => pick(at)));
    list.hidden = !found.length;
    field.ariaExpanded = `${!list.hidden}`;
    field.setCustomValidity(found.length || !field.value.trim() ? "" : data.texts.nothing);
    field.reportValidity();
    mark();
  }

  function mark() {
    [...list.children].forEach((item, at) => (item.ariaSelected = `${at === active}`));
    field.setAttribute("aria-activedescendant", found.length ? `match-${active}` : "");
  }

  /** @param {number} index */
  function pick(index) {
    const entry = found[index];
    if (!entry) return;
    field.value = "";
    show();
    entry.go();
  }

  field.addEventListener("focus", () => (all = listFindable(data, store, svg, onPlace)), {
    once: true,
  });
  field.addEventListener("input", show);
  field.addEventListener("blur", () => (list.hidden = true));
  /** @param {number} way */
  function move(way) {
    if (found.length) active = (active + way + found.length) % found.length;
    mark();
  }

  startKeys(field, {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => pick(active),
    Escape() {
      field.value = "";
      show();
    },
  });
}

/** @type {(entry: Entry, at: number) => HTMLElement} */
function makeOption({ name }, at) {
  const item = make("li", name);
  Object.assign(item, { id: `match-${at}`, role: "option" });
  // The field keeps the focus.
  item.addEventListener("mousedown", (event) => event.preventDefault());
  return item;
}

/**
 * @param {HTMLElement} field
 * @param {Record<string, () => void>} keys
 */
function startKeys(field, keys) {
  field.addEventListener("keydown", (event) => {
    if (!Object.hasOwn(keys, event.key)) return;
    keys[event.key]();
    event.preventDefault();
    event.stopPropagation();
  });
}

/**
 * @param {string} text
 * @param {Entry[]} all
 * @param {PageData} data
 * @param {Store} store
 */
function findEntries(text, all, { ticks, labels }, store) {
  const typed = fold(text).trim();
  const date = readDate(text, ticks[store.get().tick].slice(0, 4));
  const tick = date ? tickOfDate(date, ticks) : -1;
  const at = tick < 0 ? [] : [{ name: labels[tick], go: () => store.set({ tick }) }];
  // What begins with the text comes before what only has a word that does.
  const rank = (/** @type {Entry} */ { folded }) =>
    folded.startsWith(typed) ? 0 : ` ${folded}`.includes(` ${typed}`) ? 1 : 2;
  const fit = all.filter(({ folded }) => folded.includes(typed));
  const entries = fit.sort((a, b) => rank(a) - rank(b));
  return /** @type {Entry[]} */ ([...at, ...entries]).slice(0, MOST);
}

/**
 * List what can be found: states by name, by their names in other languages and by code;
 * areas and towns; events by title.
 *
 * @param {PageData} data
 * @param {Store} store
 * @param {ParentNode} svg
 * @param {(node: Element) => void} onPlace
 * @returns {Entry[]}
 */
function listFindable({ names, titles, events, labels, regions, select }, store, svg, onPlace) {
  const languages = ["ar", "en", "ru"].map(
    (language) => new Intl.DisplayNames(language, { type: "region" }),
  );
  /** @type {(name: string, go: () => void, others?: string[]) => Entry} */
  const entry = (name, go, others = []) => ({ name, folded: fold([name, ...others].join(" ")), go });
  const chosen = new Set(select);
  const shapes = findAll("[data-code],[data-area]", svg).map((node) => {
    const id = `${node.dataset.code ?? node.dataset.area}`;
    const region = regions[id];
    const others = region ? languages.map((language) => `${language.of(region)}`) : [];
    const name = names[id] ?? titles[id];
    const go = () => {
      if (chosen.has(id)) store.set({ select: id });
      onPlace(node);
    };
    return name ? [entry(name, go, [...others, id])] : [];
  });
  const towns = findAll(".town", svg).map((node) =>
    entry(`${node.textContent}`, () => onPlace(node)),
  );
  const titled = findAll("#events [data-entry]").map((node) => {
    const id = `${node.dataset.entry}`;
    const [tick] = events.get(id) ?? [0];
    const title = `${labels[tick]}: ${find("h3", node).textContent}`;
    return entry(title, () => store.set({ tick, select: id }));
  });
  return [...shapes.flat(), ...towns, ...titled];
}
