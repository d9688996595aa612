// Elements of the page: found, made, and their texts.

/** @typedef {{ dataset: Record<string, string> }} Data attributes that a selector asks for */
/** @typedef {HTMLElement & Data} Marked */

const NAMESPACE = "http://www.w3.org/2000/svg";

/**
 * Find the first element that matches; use it where there always is one.
 *
 * @template {Element} [T=Marked]
 * @param {string} selector
 * @param {ParentNode} [parent]
 * @returns {T}
 */
export function find(selector, parent = document) {
  return /** @type {T} */ (parent.querySelector(selector));
}

/**
 * List all elements that match, in the order of the document.
 *
 * @template {Element} [T=Marked]
 * @param {string} selector
 * @param {ParentNode} [parent]
 * @returns {T[]}
 */
export function findAll(selector, parent = document) {
  return [.../** @type {NodeListOf<T>} */ (parent.querySelectorAll(selector))];
}

/**
 * Make an HTML element with a text.
 *
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {string} text
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function make(name, text) {
  const node = document.createElement(name);
  node.textContent = text;
  return node;
}

/**
 * Make an SVG element with attributes.
 *
 * @template {keyof SVGElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string | number>} [attributes]
 * @returns {SVGElementTagNameMap[Name]}
 */
export function makeSvg(name, attributes = {}) {
  const node = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) {
    node.setAttribute(key, `${value}`);
  }
  return node;
}

/**
 * Scroll to a part of the page that is out of sight: the page only, not one that embeds it,
 * which `scrollIntoView` would move too.
 *
 * @param {Element} node
 */
export function bringIntoView(node) {
  const { top } = node.getBoundingClientRect();
  if (top < 0 || top > innerHeight - 99) scrollBy(0, top);
}

/**
 * Set the text of an element. A text that stays is left alone: setting it again would
 * make the browser lay it out again. Whatever the element holds is replaced, since a
 * browser that translates the page puts elements of its own around every text.
 *
 * @param {Element} node
 * @param {string} text
 */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/**
 * Do something once the browser has nothing else to do.
 *
 * @param {() => void} work
 */
export function whenIdle(work) {
  // Safari has no such moment.
  if ("requestIdleCallback" in window) requestIdleCallback(work);
  else setTimeout(work, 200);
}
