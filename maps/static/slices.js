// Changes along the ticks: [[from, value], ...], the first at tick 0.

export const valueAt = (changes, tick) => changeAt(changes, tick)[1];

export function changeAt(changes, tick) {
  let low = 0;
  let high = changes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (changes[middle][0] <= tick) low = middle;
    else high = middle - 1;
  }
  return changes[low];
}

export function phaseOf([first, last], tick) {
  if (tick < first) return "future";
  return tick <= last ? "now" : "past";
}
