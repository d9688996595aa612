// What stands out while the rest of the map is dim: what changed between two dates, or an
// entry of the key, or the territory that is chosen.

import { find, findAll, setText } from "./nodes.js";
import { valueAt } from "./slices.js";

/** @import {PageData} from "./page_data.js" */
/** @import {Changes} from "./payload" */
/** @import {Marked} from "./nodes.js" */
/** @import {Listener, Store} from "./store.js" */

/** @typedef {{ node: Marked, id: string, changes?: Changes<string> }} Shape */

/** @typedef {"states" | "contingents" | "areas"} Kind */
/** @type {[string, Kind][]} */
const KINDS = [
  ["code", "states"],
  ["contingent", "contingents"],
  ["area", "areas"],
];

/**
 * Return a listener that dims what does not stand out.
 *
 * @param {SVGElement} svg
 * @param {PageData} data
 * @returns {Listener}
 */
export function makeSpotlight(svg, data) {
  const shapes = KINDS.flatMap(([kind, key]) => collect(svg, kind, data[key]));
  const codes = new Set(shapes.map(({ id }) => id));
  let wasDim = false;
  return ({ tick, compare, lit, select }) => {
    const other = data.ticks.indexOf(compare);
    const isDim = other >= 0 || !!lit || codes.has(select);
    if (!isDim && !wasDim) return;
    wasDim = isDim;
    svg.classList.toggle("dim", isDim);
    for (const { node, id, changes } of shapes) {
      const isLit =
        other >= 0
          ? !!changes && valueAt(changes, tick) !== valueAt(changes, other)
          : lit
            ? lit.split(" ").includes(`${node.dataset.state}`)
            : id === select;
      node.classList.toggle("lit", isLit);
    }
  };
}

/** @type {(svg: SVGElement, kind: string, states: Record<string, Changes<string>>) => Shape[]} */
function collect(svg, kind, states) {
  return findAll(`[data-${kind}]`, svg).map((node) => {
    const id = /** @type {string} */ (node.dataset[kind]);
    return { node, id, changes: states[id] };
  });
}

/**
 * Let a button keep the date that is shown, to compare others with it, and the entries of
 * the key stand out by turns; return a listener that says what changed since.
 *
 * @param {PageData} data
 * @param {Store} store
 * @returns {Listener}
 */
export function startComparing(data, store) {
  const { ticks, labels, texts } = data;
  const button = find("#pin");
  const said = find("#changed");
  const entries = findAll("[data-lit]");
  const clear = find("#clear");
  clear.addEventListener("click", () => store.set({ select: "" }));
  button.addEventListener("click", () => {
    const { tick, compare } = store.get();
    store.set({ compare: compare ? "" : ticks[tick], lit: "" });
  });
  for (const entry of entries) {
    entry.addEventListener("click", () => {
      const { lit } = entry.dataset;
      store.set({ lit: lit === store.get().lit ? "" : lit, compare: "" });
    });
  }
  return ({ tick, compare, lit, select }, before) => {
    clear.hidden = !select;
    if (lit !== before.lit) {
      for (const entry of entries) entry.ariaPressed = `${entry.dataset.lit === lit}`;
    }
    const other = ticks.indexOf(compare);
    if (other < 0 && !before.compare) return;
    button.ariaPressed = `${other >= 0}`;
    said.hidden = other < 0;
    if (other < 0) return;
    const [from, to] = other < tick ? [other, tick] : [tick, other];
    const text = texts.compared
      .replace("{from}", labels[from])
      .replace("{to}", labels[to])
      .replace("{changes}", () => writeChanges(data, from, to));
    setText(said, text);
  };
}

/**
 * Say what is another at a tick than at one before, each change once with all it is of.
 *
 * @param {PageData} data
 * @param {number} from
 * @param {number} to
 */
export function writeChanges(data, from, to) {
  const { names, titles, stateLabels, texts } = data;
  /** @type {Map<string, string[]>} */
  const changed = new Map();
  for (const [id, changes] of KINDS.flatMap(([, key]) => Object.entries(data[key]))) {
    const [old, now] = [from, to].map((tick) => stateLabels[valueAt(changes, tick)]);
    if (old === now) continue;
    const change = texts.became.replace("{old}", old).replace("{now}", now);
    changed.set(change, [...(changed.get(change) ?? []), names[id] ?? titles[id] ?? id]);
  }
  const list = new Intl.ListFormat(texts.locale);
  const said = [...changed].map(([change, of]) => change.replace("{name}", () => list.format(of)));
  return said.join(texts.list) || texts.noChange;
}
