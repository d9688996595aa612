// The ticks written out: their ids, their labels, and the days that they show.

import { valueAt } from "./slices.js";

export function readClock({ runs, labels, days }) {
  const all = runs.flatMap(([first, lengths]) => countOut(first, lengths));
  const year = (parts) => String(parts[0]).padStart(4, "0");
  const two = (part) => String(part).padStart(2, "0");
  const write = (form, parts) =>
    form.replace("{year}", year(parts)).replace("{day}", parts[2]);
  return {
    ticks: all.map((parts) => [year(parts), ...parts.slice(1).map(two)].join("-")),
    labels: all.map((parts) => write(labels[parts.length][parts[1] ?? 0], parts)),
    days: all.map((parts, tick) => write(valueAt(days, tick), parts)),
  };
}

// The last part counts up; after each length the part before it does.
function countOut(first, lengths) {
  const last = first.length - 1;
  const at = [...first];
  return lengths.flatMap((length) => {
    const found = Array.from({ length }, (_, step) => [
      ...at.slice(0, last),
      at[last] + step,
    ]);
    at[last] = 1;
    if (last) at[last - 1] += 1;
    if (last === 2 && at[1] > 12) {
      at[1] = 1;
      at[0] += 1;
    }
    return found;
  });
}
