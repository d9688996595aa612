// The lists of what a layer shows at a tick: its busiest places, and the territories.

import { arrange } from "./arrange.js";
import { find, findAll, make, setText } from "./nodes.js";

/** @import {OnChoose} from "./found.js" */
/** @import {Writer} from "./layer_words.js" */
/** @import {Layer} from "./layers.js" */

const FIRST = 10; // lines that are listed at first
const MORE_PLACES = 50; // how many more at once

/**
 * List the places with the most events, as buttons.
 *
 * @param {HTMLElement} box
 * @param {Layer} layer
 * @param {Writer} write
 * @param {OnChoose} onChoose
 */
export function makeBusiest(box, layer, write, onChoose) {
  const [sum, list] = [find(".sum", box), find(".busiest", box)];
  const more = find("[data-more]", box);
  /** @type {Array<ReturnType<typeof makeLine> & { key: number }>} */
  const lines = [];
  let length = FIRST;

  /** @param {number} index */
  function makeChooser(index) {
    const made = makeLine("button");
    made.line.setAttribute("type", "button");
    made.line.addEventListener("click", () => onChoose(lines[index].key, true));
    return { ...made, key: 0 };
  }

  function show() {
    const found = layer.busiest();
    const total = found.reduce((all, { count }) => all + count, 0);
    setText(sum, found.length ? write.count(total) : write.none);
    const items = found.slice(0, length).map(({ key, count }, index) => {
      const line = (lines[index] ??= makeChooser(index));
      line.key = key;
      setText(line.text, layer.name(key));
      setText(line.count, write.number(count));
      return line.item;
    });
    arrange(list, items);
    more.hidden = found.length <= length;
  }

  more.addEventListener("click", () => {
    const first = length;
    length += MORE_PLACES;
    show();
    lines[first].line.focus();
  });

  return {
    show,
    /** @param {number | undefined} key */
    focus(key) {
      const line = lines.find((one) => one.key === key && one.item.isConnected);
      (line?.line ?? box.parentElement)?.focus();
    },
  };
}

/**
 * Return a function that shows what the table of the reading section says of a tick:
 * territory and number.
 *
 * @param {HTMLElement} box
 */
export function makeGrounds(box) {
  const list = find(".grounds", box);
  const name = CSS.escape(String(box.dataset.found));
  /** @type {HTMLTableRowElement[]} */
  const rows = findAll(`[data-grounds="${name}"] [data-at]`);
  /** @type {Map<number, HTMLTableRowElement[]>} */
  const byTick = new Map();
  for (const row of rows) {
    const tick = Number(row.dataset.at);
    byTick.set(tick, [...(byTick.get(tick) ?? []), row]);
  }
  /** @type {Array<ReturnType<typeof makeLine>>} */
  const lines = [];
  /** @type {number | undefined} */
  let shown;

  return (/** @type {number} */ tick) => {
    if (tick === shown) return;
    shown = tick;
    const found = (byTick.get(tick) ?? []).slice(0, FIRST);
    const items = found.map(({ cells: [, where, number] }, index) => {
      const { item, text, count } = (lines[index] ??= makeLine("span"));
      setText(text, where.textContent);
      setText(count, number.textContent);
      return item;
    });
    arrange(list, items);
  };
}

/** @param {"button" | "span"} kind */
function makeLine(kind) {
  const [item, line] = [make("li", ""), make(kind, "")];
  const [text, count] = [make("bdi", ""), make("b", "")];
  line.append(text, " ", count);
  item.append(line);
  return { item, line, text, count };
}
