// The picture behind the slider: how many were bound, when something happened.

const NAMESPACE = "http://www.w3.org/2000/svg";
const HEIGHT = 46;
const AXIS = 26; // pixels from the top to the slider's line
const MOST = 4; // dots above each other; the panel lists the others
const LABEL_ROOM = 46; // pixels a tick's label needs

export function drawGraph(svg, { ticks, counts, events }, rightToLeft) {
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
  for (const [first] of Object.values(events)) {
    const level = (stacked[first] = (stacked[first] ?? 0) + 1);
    if (level > MOST) continue;
    add(svg, "circle", { cx: `${place(first)}%`, cy: AXIS - 3 - 5 * level, r: 2 });
  }
  const room = Math.max(1, Math.floor(svg.clientWidth / LABEL_ROOM));
  const every = [1, 2, 5, 10, 20, 50, 100].find((n) => last / n <= room) ?? last;
  ticks.forEach((label, tick) => {
    const isRound = every === 1 || Number(label) % every === 0;
    const isEnd = tick === 0 || tick === last;
    const isFree = Math.min(tick, last - tick) * (svg.clientWidth / last) > LABEL_ROOM;
    if (!isEnd && !(isRound && isFree)) return;
    const text = add(svg, "text", { x: `${place(tick)}%`, y: HEIGHT - 2 });
    text.textContent = label;
  });
}

function add(parent, name, attributes) {
  const node = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return parent.appendChild(node);
}
