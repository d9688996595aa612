// The labels of the time axis, and where a tick stands.

/** @typedef {[tick: number, label: string, level: number]} AxisLabel */
/** @typedef {(tick: number) => number} Place in pixels from the left */

const LABEL_ROOM = 32; // pixels from the middle of a label to that of the next

/**
 * Choose the labels that have room: those at the ends, and between two labels all of the
 * next level, or every second one, third one and so on.
 *
 * @param {AxisLabel[]} axis
 * @param {number} pixels between two ticks
 * @returns {AxisLabel[]}
 */
export function chooseLabels(axis, pixels) {
  const room = LABEL_ROOM / pixels;
  let chosen = axis.filter((_, index) => !index || !axis[index + 1]);
  const deepest = Math.max(...axis.map(([, , level]) => level));
  for (let level = 1; level <= deepest; level++) {
    const wanted = axis.filter((label) => label[2] === level);
    chosen = chosen.flatMap((label, index) => {
      const next = chosen[index + 1];
      return next ? [label, ...thinOut(wanted, label[0] + room, next[0] - room, room)] : [label];
    });
  }
  return chosen;
}

/**
 * Take as many of the labels between two ticks as have room, evenly.
 *
 * @param {AxisLabel[]} labels
 * @param {number} from
 * @param {number} to
 * @param {number} room
 */
function thinOut(labels, from, to, room) {
  const all = labels.filter(([tick]) => from <= tick && tick <= to);
  for (let step = 1; step <= all.length; step++) {
    const some = all.filter((_, index) => index % step === 0);
    if (some.every(([tick], i) => !i || tick - some[i - 1][0] >= room)) return some;
  }
  return [];
}
