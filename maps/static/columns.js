// Columns of whole numbers, as maps/layers/column_codec.py writes them.

const LAST = 64; // letters that end a number; the others stand before them
const NUMBERS = new Uint8Array(127);
let known = 0;
for (let code = 32; code < 127; code++) {
  if (!'"\\<>&'.includes(String.fromCharCode(code))) NUMBERS[code] = known++;
}
const BEFORE = known - LAST;

/**
 * Read a column of numbers that are not below zero.
 *
 * @param {string} text
 */
export function readColumn(text) {
  const numbers = new Int32Array(text.length);
  let count = 0;
  let rest = 0;
  for (let index = 0; index < text.length; index++) {
    const number = NUMBERS[text.charCodeAt(index)];
    if (number < LAST) {
      numbers[count++] = rest * LAST + number;
      rest = 0;
    } else rest = rest * BEFORE + number - LAST;
  }
  return numbers.subarray(0, count);
}

/**
 * Read numbers of either sign.
 *
 * @param {string} text
 */
export function readSigned(text) {
  return readColumn(text).map((number) => (number % 2 ? -(number + 1) / 2 : number / 2));
}
