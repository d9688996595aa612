// Copies of entries of the text, and the footnotes of both.

import { find, findAll, make, makeSvg } from "./nodes.js";
import { plotFigures } from "./plot.js";

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
 * they are written in full, out of the way until a reader opens them.
 *
 * @template {HTMLElement} T
 * @param {T} node
 * @returns {T}
 */
export function copyEntry(node) {
  const copy = /** @type {T} */ (node.cloneNode(true));
  const { country, kind } = copy.dataset;
  copy.removeAttribute("id");
  if (country) {
    for (const mark of findAll("sup", copy)) mark.replaceWith(foldSources(numbersOf(mark)));
    const name = find("h3", copy);
    name.replaceWith(make("h2", name.textContent));
  } else foldEntry(copy);
  if (kind) find(".when", copy).prepend(drawIcon(kind));
  return copy;
}

/**
 * Leave date, title, first sentence and a plot of an entry; fold the rest, with each source
 * once.
 *
 * @param {HTMLElement} copy
 */
function foldEntry(copy) {
  const marks = findAll("sup", copy);
  const box = foldSources([...new Set(marks.flatMap(numbersOf))]);
  for (const mark of marks) mark.remove();
  const title = find("h3", copy);
  const text = copy.querySelector("h3 + p:not(.differ)");
  const call = document.querySelector(`tr[data-call="${copy.dataset.entry}"]`);
  const rest = [...copy.children].filter(
    (node) => node !== title && node !== text && !node.matches(".when"),
  );
  const more = text?.querySelector("span");
  const [summary] = box.children;
  summary.after(...(more ? [make("p", `${more.textContent}`)] : []), ...rest);
  more?.remove();
  if (call) summary.after(copyCall(call));
  copy.append(...plotFigures(findAll("[data-at]", box)), box);
}

/**
 * Write a row of the table of calls for help as a list.
 *
 * @param {Element} row
 */
function copyCall(row) {
  const list = make("dl", "");
  list.className = "call";
  const names = findAll("thead th", /** @type {Element} */ (row.closest("table")));
  [...row.children].forEach((cell, index) => {
    const value = make("dd", "");
    value.append(...cell.cloneNode(true).childNodes);
    for (const mark of findAll("sup", value)) mark.remove();
    if (index) list.append(make("dt", names[index].textContent), value);
  });
  return list;
}

/**
 * List sources, folded.
 *
 * @param {string[]} numbers
 */
function foldSources(numbers) {
  const block = make("details", "");
  block.className = "source";
  block.append(make("summary", `${find(".sources").dataset.title}: ${numbers.length}`));
  block.append(...numbers.map(copySource));
  return block;
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
