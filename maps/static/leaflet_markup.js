// Under trusted types a page takes no string as markup. Leaflet has two: the signs on the
// buttons of the zoom.

/** @param {string} sign */
const writeSign = (sign) => `<span aria-hidden="true">${sign}</span>`;
const LEAFLET_MARKUP = [writeSign("+"), writeSign("&#x2212;")];

/** Let the markup of Leaflet through; other strings are refused as without a policy. */
export function allowLeafletMarkup() {
  /** @param {string} text */
  const createHTML = (text) => (LEAFLET_MARKUP.includes(text) ? text : null);
  /** @type {any} */ (window).trustedTypes?.createPolicy("default", { createHTML });
}
