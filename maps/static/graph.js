// The picture behind the slider: a number along time, when something happened, labels.

const NAMESPACE = "http://www.w3.org/2000/svg";
const HEIGHT = 46;
const AXIS = 26; // pixels from the top to the slider's line
const MOST = 4; // dots above each other; the panel lists the others
const LABEL_ROOM = 46; // pixels from the middle of a label to that of the next

export function drawGraph(svg, { ticks, counts, events, axis }, rightToLeft) {
  const last = Math.max(1, ticks.length - 1);
  const place = (tick) => {
    const part = (100 * tick) / last;
    return rightToLeft ? 100 - part : part;
  };
  const most = Math.max(...counts.map(([, count]) => count), 1);
  svg.replaceChildren();

  counts.forEach(([from, count], index) => {
    const to = counts[index + 1]?.[0] ?? last;
    const height = (count / most) * (AXIS - 6);
    add(svg, "rect", {
      x: `${Math.min(place(from), place(to))}%`,
      width: `${Math.abs(place(to) - place(from))}%`,
      y: AXIS - height,
      height,
    });
  });
  const stacked = {};
  for (const [first] of events.values()) {
    const level = (stacked[first] = (stacked[first] ?? 0) + 1);
    if (level > MOST) continue;
    add(svg, "circle", { cx: `${place(first)}%`, cy: AXIS - 3 - 5 * level, r: 2 });
  }
  for (const [tick, label] of chooseLabels(axis, svg.clientWidth / last)) {
    const text = add(svg, "text", { x: `${place(tick)}%`, y: HEIGHT - 2 });
    text.textContent = label;
  }
}

// Both ends, and between two labels all of the next level if they have room.
export function chooseLabels(axis, pixels) {
  const room = LABEL_ROOM / pixels;
  let chosen = axis.filter(([, , level]) => level === 0);
  const deepest = Math.max(...axis.map(([, , level]) => level));
  for (let level = 1; level <= deepest; level++) {
    const wanted = axis.filter((label) => label[2] === level);
    chosen = chosen.flatMap((label, index) => {
      const next = chosen[index + 1];
      if (!next) return [label];
      const isEnd = (other) => other[2] === 0;
      const between = wanted.filter(([tick]) => {
        const before = tick - label[0];
        const after = next[0] - tick;
        // Near an end one label may fall out; elsewhere it is all or none.
        return (
          before > 0 &&
          after > 0 &&
          !(isEnd(label) && before < room) &&
          !(isEnd(next) && after < room)
        );
      });
      const all = [label, ...between, next];
      const fits = all.every((one, i) => i === 0 || one[0] - all[i - 1][0] >= room);
      return fits ? [label, ...between] : [label];
    });
  }
  return chosen;
}

function add(parent, name, attributes) {
  const node = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return parent.appendChild(node);
}
