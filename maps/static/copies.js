// Copies of entries of the text, and the footnotes of both.

import { find, findAll, make, makeSvg } from "./nodes.js";

/**
 * List the numbers of the sources that a footnote mark names.
 *
 * @param {Element} mark
 * @returns {string[]}
 */
const numbersOf = (mark) => mark.textContent.match(/\d+/g) ?? [];

/** Give each source the id that footnotes lead to. */
export function numberSources() {
  for (const [index, source] of findAll(".sources > li").entries()) source.id = `s${index + 1}`;
}

/**
 * Copy an entry of the text. Its footnotes point into the list of sources; in the copy
 * they are written in full.
 *
 * @template {HTMLElement} T
 * @param {T} node
 * @returns {T}
 */
export function copyEntry(node) {
  const copy = /** @type {T} */ (node.cloneNode(true));
  const { country, kind } = copy.dataset;
  copy.removeAttribute("id");
  for (const mark of findAll("sup", copy)) {
    const block = document.createElement(country ? "details" : "span");
    block.className = "source";
    if (country) block.append(make("summary", find(".sources").dataset.title));
    block.append(...numbersOf(mark).map(copySource));
    mark.replaceWith(block);
  }
  if (country) {
    const name = find("h3", copy);
    name.replaceWith(make("h2", name.textContent));
  }
  if (kind) find(".when", copy).prepend(drawIcon(kind));
  return copy;
}

/** @param {string} number */
function copySource(number) {
  const line = make("span", "");
  const source = find(".sources").children[+number - 1];
  if (source) line.append(...source.cloneNode(true).childNodes);
  return line;
}

/**
 * Draw the sign that a kind of event has on the map.
 *
 * @param {string} kind
 */
function drawIcon(kind) {
  const holder = make("span", "");
  const icon = makeSvg("svg", { class: "icon", viewBox: "-9 -9 18 18" });
  icon.append(makeSvg("use", { href: `#m-${kind}` }));
  holder.append(icon);
  holder.ariaHidden = "true";
  return holder;
}

/**
 * Make the footnotes of a part of the text links, when somebody first reads there.
 *
 * @param {Element} section
 */
export function linkFootnotes(section) {
  const { open } = /** @type {HTMLDetailsElement} */ (section);
  if (open === false || section.querySelector("sup a")) return;
  for (const mark of findAll("sup", section)) {
    const links = numbersOf(mark).flatMap((number) => {
      const link = make("a", number);
      link.href = `#s${number}`;
      return [link, " "];
    });
    mark.replaceChildren(...links);
  }
}
