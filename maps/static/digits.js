// Digits of Arabic and Persian.

/**
 * Write them as those of English: their last four bits are what they count.
 *
 * @param {string} text
 */
export function plainDigits(text) {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => `${digit.charCodeAt(0) & 15}`);
}
