// The live region: what a screen reader says by itself.

const REST = 250; // milliseconds after which the slider has come to rest

/**
 * Make a live region.
 *
 * @param {Element} node
 * @param {(from: number, to: number) => string} describe what to say of a step
 */
export function makeLiveRegion(node, describe) {
  let timer = 0;
  /** @type {number | undefined} */
  let start;

  /**
   * Say a text now, instead of what was still to be said of the slider.
   *
   * @param {string} text
   */
  function speak(text) {
    clearTimeout(timer);
    start = undefined;
    node.textContent = text;
  }

  /**
   * Describe a step once the slider rests: one from where it started, not every one on
   * the way.
   *
   * @param {number} from
   * @param {number} to
   */
  function step(from, to) {
    clearTimeout(timer);
    const first = (start ??= from);
    timer = setTimeout(() => speak(describe(first, to)), REST);
  }

  return { speak, step };
}
