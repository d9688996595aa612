// What a layer shows, as a list: its busiest places, and one of them when chosen.

import { make } from "./nodes.js";
import { copy } from "./panel.js";

const FIRST = 10; // places that are listed at first
const MANY = 50; // how many more at once, of places or of events

export function makeFound(box, layer, { title, write, onChoose }) {
  const find = (name) => box.querySelector(name);
  const parts = ["h2", ".sum", ".grounds", ".busiest", "h3", ".rows"];
  const [heading, sum, grounds, list, name, rows] = parts.map(find);
  const [more, rest, back, always] = ["more", "rest", "back", "always"].map((key) =>
    find(`[data-${key}]`),
  );
  const layerName = heading.textContent;
  const buttons = [];
  const grounded = [];
  let [listed, shown, chosen] = [FIRST, MANY, undefined];
  let [at, groundsOf] = [0, undefined];
  const byTick = new Map();
  const table = `[data-grounds="${CSS.escape(box.dataset.found)}"] [data-at]`;
  for (const row of document.querySelectorAll(table)) {
    const tick = Number(row.dataset.at);
    byTick.set(tick, [...(byTick.get(tick) ?? []), row]);
  }

  function line(index) {
    if (!buttons[index]) {
      buttons[index] = makeLine("button");
      const button = buttons[index].item.firstChild;
      button.type = "button";
      button.addEventListener("click", () => onChoose(buttons[index].key, true));
    }
    return buttons[index];
  }

  // What the table of the reading section says of the tick: territory and numbers.
  function showGrounds(tick) {
    if (tick === groundsOf) return;
    groundsOf = tick;
    const found = (byTick.get(tick) ?? []).slice(0, FIRST);
    const lines = found.map(({ cells: [, where, number] }, index) => {
      const { item, text, count } = (grounded[index] ??= makeLine("span"));
      set(text, where.textContent);
      set(count, number.textContent);
      return item;
    });
    arrange(grounds, lines);
  }

  function showList() {
    const found = layer.busiest();
    const total = found.reduce((all, { count }) => all + count, 0);
    set(sum, found.length ? write.count(total) : write.none);
    const lines = found.slice(0, listed).map(({ key, count }, index) => {
      const { item, text, count: number } = line(index);
      buttons[index].key = key;
      set(text, layer.name(key));
      set(number, write.number(count));
      return item;
    });
    arrange(list, lines);
    showGrounds(at);
    more.hidden = found.length <= listed;
  }

  function showOne() {
    set(name, layer.name(chosen));
    if (layer.describe) {
      rows.replaceChildren(layer.describe(chosen));
      rest.hidden = true;
      return;
    }
    const events = layer.events(chosen, always.checked);
    arrange(rows, events.slice(0, shown).map(copyOnce));
    if (!events.length) rows.replaceChildren(make("p", write.none));
    rest.hidden = events.length <= shown;
  }

  const copies = new Map();
  function copyOnce(node) {
    if (!copies.has(node)) copies.set(node, copy(node));
    return copies.get(node);
  }

  function show(tick) {
    if (box.hidden) return;
    at = tick;
    set(heading, title(layerName, tick));
    find(".listed").hidden = chosen !== undefined;
    find(".one").hidden = chosen === undefined;
    if (chosen === undefined) showList();
    else showOne();
  }

  more.addEventListener("click", () => {
    const first = listed;
    listed += MANY;
    showList();
    buttons[first].item.firstChild.focus();
  });
  rest.addEventListener("click", () => {
    const first = shown;
    shown += MANY;
    showOne();
    // The first of the new ones is where a reader goes on.
    Object.assign(rows.children[first], { tabIndex: -1 }).focus();
  });
  back.addEventListener("click", () => {
    const key = chosen;
    onChoose(undefined);
    const place = buttons.find((button) => button.key === key && button.item.isConnected);
    (place?.item.firstChild ?? box.parentElement).focus();
  });
  always?.addEventListener("change", () => {
    shown = MANY;
    showOne();
  });

  return {
    show,
    choose(key) {
      chosen = key;
      shown = MANY;
    },
    focus: () => name.focus(),
    isChosen: () => chosen !== undefined,
  };
}

function makeLine(kind) {
  const [item, line] = [make("li", ""), make(kind, "")];
  const [text, count] = [make("bdi", ""), make("b", "")];
  line.append(text, " ", count);
  item.append(line);
  return { item, text, count };
}

function set(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

// What stays stays in its place: the browser lays out again only what is new.
function arrange(parent, nodes) {
  const wanted = new Set(nodes);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  nodes.forEach((node, index) => {
    if (parent.children[index] !== node) {
      parent.insertBefore(node, parent.children[index] ?? null);
    }
  });
}
