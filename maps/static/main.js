// The page: one state (tick, selection, organisation), drawn wherever it shows.

import { readAddress, writeAddress } from "./address.js";
import { readClock } from "./clock.js";
import { drawGraph } from "./graph.js";
import { connectHost, keepHeight } from "./host.js";
import { setText } from "./nodes.js";
import { makePainter } from "./painter.js";
import { makePointer } from "./pointer.js";
import { startReading, whenRead } from "./reading.js";
import { makeSlider } from "./slider.js";
import { valueAt } from "./slices.js";
import { makeView } from "./view.js";
import { describeTerritory, startWalk } from "./walk.js";

export function readPayload(id) {
  return JSON.parse(document.getElementById(id).textContent);
}

export function startAtlas(map, given) {
  const find = (id) => document.getElementById(id);
  const names = collectNames(find("scene"), given.names);
  const events = new Map(given.events.map(([id, ...span]) => [id, span]));
  const payload = { ...given, ...readClock(given.clock), names, events };
  const { ticks, labels, states, contingents, texts } = payload;
  const svg = find("scene");
  const paint = makePainter(svg, payload);
  const known = {
    t: new Set(ticks),
    select: new Set([...payload.select, ...events.keys()]),
    view: new Set(["un", "control"]),
    time: new Set(["ltr", "rtl"]),
  };
  const counters = [...document.querySelectorAll("[data-count]")].map((node) => ({
    node,
    row: node.closest("li"),
    state: node.dataset.count,
  }));
  const standings = [...document.querySelectorAll("[data-standing]")];
  const state = {
    tick: payload.start,
    select: "",
    organisation: "",
    view: "un",
    time: "",
  };

  const slider = makeSlider({
    input: find("time"),
    buttons: {
      play: find("play"),
      previous: find("previous"),
      next: find("next"),
      previousChange: find("previous-change"),
      nextChange: find("next-change"),
    },
    ticks: labels,
    changes: payload.jumps,
    texts,
    onMove: (tick) => update({ tick }),
  });

  function update(wanted, isQuiet) {
    const before = { ...state };
    Object.assign(state, wanted);
    draw();
    if (isQuiet) return;
    if (state.tick !== before.tick) {
      say(before.tick, state.tick);
      tell("tick", { t: ticks[state.tick] });
    }
    if (state.select !== before.select) tell("select", { select: state.select });
    remember(address());
  }

  // The default view goes without saying.
  const address = () => ({
    t: ticks[state.tick],
    select: state.select,
    view: state.view === "un" ? "" : state.view,
    time: state.time,
  });

  function draw() {
    const { tick, select, organisation } = state;
    paint(tick, organisation);
    slider.show(tick);
    const root = document.documentElement.dataset;
    root.tick = ticks[tick];
    if (root.view !== state.view) root.view = state.view;
    setText(find("headline"), headline(tick));
    const counts = valueAt(payload.summaries, tick);
    const day = payload.days[tick];
    setText(find("summary"), day ? `${counts} · ${day}` : counts);
    count(tick);
    for (const node of standings) {
      const now = valueAt(contingents[node.dataset.standing], tick);
      setText(node, now === "none" ? "" : payload.stateLabels[now]);
    }
    choose(select);
    pointer.refresh();
    // Last, since it asks for the panel's height: one layout a step.
    showReading(tick, select);
  }

  function choose(select) {
    if (select === choose.last) return;
    choose.last = select;
    for (const node of svg.querySelectorAll(".chosen")) node.classList.remove("chosen");
    if (!select) return;
    const name = CSS.escape(select);
    for (const node of svg.querySelectorAll(
      `[data-code="${name}"],[data-event="${name}"],[data-contingent="${name}"]`,
    )) {
      node.classList.add("chosen");
    }
  }

  // Browsers allow a page only so many new addresses a second.
  function remember(address) {
    clearTimeout(remember.timer);
    remember.timer = setTimeout(() => {
      try {
        history.replaceState(null, "", writeAddress(address));
      } catch {
        // A frame without an address of its own (srcdoc) has none to keep.
      }
    }, 150);
  }

  function count(tick) {
    const counts = {};
    for (const changes of Object.values(states)) {
      const now = valueAt(changes, tick);
      counts[now] = (counts[now] ?? 0) + 1;
    }
    for (const counter of counters) {
      const number = counts[counter.state] ?? 0;
      if (number === counter.shown) continue;
      counter.shown = number;
      counter.node.textContent = number;
      counter.row.classList.toggle("empty", !number);
    }
  }

  function speak(text) {
    clearTimeout(say.timer);
    say.from = undefined;
    find("spoken").textContent = text;
  }

  // What a reader hears is where the slider came to rest, not every year on the way.
  function say(from, to) {
    clearTimeout(say.timer);
    say.from ??= from;
    say.timer = setTimeout(() => speak(difference(say.from, to)), 250);
  }

  function difference(from, to) {
    const said = [...Object.entries(states), ...Object.entries(contingents)]
      .map(([code, changes]) => [code, valueAt(changes, from), valueAt(changes, to)])
      .filter(([, before, now]) => before !== now)
      .map(([code, , now]) => `${payload.names[code]}: ${payload.stateLabels[now]}`);
    const changed = said.length ? said.join(texts.list) : texts.noChange;
    return `${headline(to)}. ${changed}.`;
  }

  function headline(tick) {
    const line = texts.headline
      .replace("{tick}", labels[tick])
      .replace("{headline}", () => valueAt(payload.headlines, tick));
    return line[0].toUpperCase() + line.slice(1);
  }

  function apply({ t, select, view, time }, isQuiet) {
    const wanted = {};
    if (known.time.has(time) || time === "") turn((wanted.time = time));
    if (known.view.has(view) && find("view")) wanted.view = find("view").value = view;
    if (known.select.has(select) || select === "") wanted.select = select;
    if (known.t.has(t)) wanted.tick = ticks.indexOf(t);
    // An event without a year is shown in its own.
    else if (events.has(wanted.select)) [wanted.tick] = events.get(wanted.select);
    if ("tick" in wanted) slider.pause();
    update(wanted, isQuiet);
  }

  const graph = () => {
    const { direction } = getComputedStyle(find("time"));
    drawGraph(find("graph"), payload, direction === "rtl");
  };

  // Time runs as the language is read, unless the editor has decided.
  function turn(time) {
    find("time").closest(".time").dir = time;
    graph();
  }

  const toggle = (select) => {
    if (known.select.has(select)) update({ select: select === state.select ? "" : select });
  };
  const tell = connectHost(apply);
  let showReading = () => {};
  makeView(map, payload);
  const pointer = makePointer(map, svg, payload, {
    at: () => state.tick,
    onSelect: toggle,
  });
  // Screen readers leave the arrow keys to an application.
  const frame = Object.assign(map.getContainer(), {
    role: "application",
    ariaLabel: svg.getAttribute("aria-label"),
  });
  frame.setAttribute("aria-describedby", "keys");
  const walked = [...svg.querySelectorAll("[data-code]")].filter(
    ({ dataset: { code } }) =>
      Object.hasOwn(states, code) || !Object.hasOwn(given.names, code),
  );
  // The keys of the map zoom too, so that it is one stop of the Tab key.
  for (const link of frame.querySelectorAll("a")) link.tabIndex = -1;
  startWalk(map, walked, payload.steps, {
    onStep: (node, isNew) => {
      pointer.pointAt(node);
      if (isNew) speak(describeTerritory(node.dataset.code, state.tick, payload));
    },
    onLeave: pointer.leave,
    onSelect: toggle,
  });
  find("view")?.addEventListener("change", (event) => {
    update({ view: event.target.value });
  });
  find("compare")?.addEventListener("change", (event) => {
    update({ organisation: event.target.value }, true);
    for (const note of document.querySelectorAll("[data-note]")) {
      note.hidden = note.dataset.note !== event.target.value;
    }
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && state.select) update({ select: "" });
  });
  // The address belongs to the state of the map.
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    find("time").focus();
  });
  window.addEventListener("hashchange", () => {
    // A footnote's address is a place on the page, not a state of the map.
    if (!location.hash.includes("=")) return;
    clearTimeout(remember.timer);
    const wanted = readAddress(location.hash, known);
    const byDefault = events.has(wanted.select) ? {} : { t: ticks[payload.start] };
    apply({ select: "", view: "un", time: "", ...byDefault, ...wanted });
  });
  // The frame after: what is drawn while sizes are told has the page laid out twice, and
  // the map is to be seen first.
  new ResizeObserver(() => requestAnimationFrame(graph)).observe(find("graph"));
  apply(readAddress(location.hash, known), true);
  whenRead(() => {
    showReading = startReading(payload, { address, onSelect: toggle });
    showReading(state.tick, state.select);
    tell("ready", { t: ticks[state.tick] });
    keepHeight(tell);
  });
  return payload;
}

// A territory's name is in its label already; the payload has only the others.
function collectNames(svg, others) {
  const names = { ...others };
  for (const label of svg.querySelectorAll("[data-label]")) {
    names[label.dataset.label] = label.textContent.trim();
  }
  return names;
}
