// A layer that counts in cells: five paths, written anew from what each cell counts.

import { readColumn, readSigned } from "./columns.js";

export function makeCells(group, given, write) {
  const paths = new Map(
    [...group.querySelectorAll("[data-shade]")].map((node) => [
      Number(node.dataset.shade),
      { node, shown: node.getAttribute("d") },
    ]),
  );
  const ring = document.createElementNS("http://www.w3.org/2000/svg", "path");
  group.appendChild(ring).setAttribute("class", "chosen");
  const shapes = readShapes(given);
  const rows = readRows(given);
  const land = readColumn(given.land);
  const [lon, lat] = [given.lon, given.lat].map(readSigned);
  let tick = 0;

  const shadeOf = (row) =>
    given.shades[given.breaks.findLastIndex((least) => least <= rows.events[row])];

  function paint(now) {
    tick = now;
    const parts = new Map(given.shades.map((shade) => [shade, []]));
    for (let row = rows.from[tick]; row < rows.from[tick + 1]; row++) {
      const shade = shadeOf(row);
      parts.get(shade).push(shapes.path(rows.cell[row], shade));
    }
    for (const [shade, path] of paths) {
      const shown = parts.get(shade).join("");
      if (shown !== path.shown) path.node.setAttribute("d", (path.shown = shown));
    }
  }

  // Rows of the tick, the one with the most events first.
  function busiest() {
    const all = [];
    for (let row = rows.from[tick]; row < rows.from[tick + 1]; row++) all.push(row);
    all.sort((a, b) => rows.events[b] - rows.events[a] || rows.cell[a] - rows.cell[b]);
    return all.map((row) => ({ key: rows.cell[row], count: rows.events[row] }));
  }

  function rowOf(key) {
    for (let row = rows.from[tick]; row < rows.from[tick + 1]; row++) {
      if (rows.cell[row] === key) return row;
    }
    return -1;
  }

  // The cell whose middle is the nearest: hexagons of a grid are just that.
  function hit(target, { x, y }) {
    if (!target.closest("[data-shade]")) return undefined;
    let [key, nearest] = [undefined, Infinity];
    for (let row = rows.from[tick]; row < rows.from[tick + 1]; row++) {
      const far = Math.hypot(...shapes.off(rows.cell[row], x, y));
      if (far < nearest) [key, nearest] = [rows.cell[row], far];
    }
    return key;
  }

  return {
    paint,
    busiest,
    hit,
    name: (key) =>
      [given.lands[land[key]], write.place(lat[key] / 10, lon[key] / 10)]
        .filter(Boolean)
        .join(" · "),
    choose: (key) => {
      if (key === undefined) ring.removeAttribute("d");
      else ring.setAttribute("d", shapes.path(key, given.sizes.length));
    },
    describe: (key) => write.tally(rows.tally(rowOf(key)), given.killed),
  };
}

function readShapes(given) {
  const [x, y, dx, dy] = ["x", "y", "dx", "dy"].map((name) => readSigned(given[name]));
  const corners = readColumn(given.corners);
  const from = new Int32Array(given.cells + 1);
  for (let cell = 0; cell < given.cells; cell++) {
    from[cell + 1] = from[cell] + corners[cell];
    // Every step is less that of the same corner of the cell before.
    for (let corner = 0; cell && corner < corners[cell]; corner++) {
      if (corner >= corners[cell - 1]) continue;
      dx[from[cell] + corner] += dx[from[cell - 1] + corner];
      dy[from[cell] + corner] += dy[from[cell - 1] + corner];
    }
  }
  const known = given.sizes.map(() => new Array(given.cells));

  function path(cell, shade) {
    return (known[shade - 1][cell] ??= write(cell, given.sizes[shade - 1]));
  }

  function write(cell, size) {
    const at = (steps, corner) => Math.floor(steps[from[cell] + corner] * size + 0.5);
    const offsets = [];
    for (let corner = 1; corner < corners[cell]; corner++) {
      for (const steps of [dx, dy]) offsets.push(at(steps, corner) - at(steps, corner - 1));
    }
    const way = offsets.join(" ").replaceAll(" -", "-");
    return `M${x[cell] + at(dx, 0)} ${y[cell] + at(dy, 0)}l${way}z`;
  }

  return { path, off: (cell, left, top) => [x[cell] - left, y[cell] - top] };
}

function readRows(given) {
  const counts = readColumn(given.rows);
  const from = new Int32Array(counts.length + 1);
  const cell = readColumn(given.gaps);
  for (let tick = 0; tick < counts.length; tick++) {
    from[tick + 1] = from[tick] + counts[tick];
    let before = -1;
    for (let row = from[tick]; row < from[tick + 1]; row++) {
      before = cell[row] += before + 1;
    }
  }
  const { tallies } = given;
  const [events, places, dates] = ["events", "places", "dates"].map((name) =>
    readColumn(tallies[name]),
  );
  for (let row = 0; row < events.length; row++) events[row] += 1;
  const deaths = "best" in tallies && {
    best: readColumn(tallies.best),
    low: readSigned(tallies.low),
    high: readSigned(tallies.high),
  };
  const killed = (row) => {
    const best = deaths.best[row];
    return { low: best - deaths.low[row], best, high: best + deaths.high[row] };
  };
  const tally = (row) =>
    row >= 0 && {
      events: events[row],
      places: places[row],
      dates: dates[row],
      killed: deaths && killed(row),
    };
  return { from, cell, events, tally };
}
