// The picture of what is shown, to keep: as SVG, or drawn from that as PNG.

import { find, findAll, makeSvg } from "./nodes.js";

const EDGE = 16; // pixels around texts
const DENSITY = 2; // pixels of a PNG for each of the page
// What a style sheet decides of a shape or a text; a picture has no style sheet.
const PROPERTIES = [
  ..."fill fill-opacity stroke stroke-width stroke-dasharray stroke-linejoin opacity".split(" "),
  ..."font-family font-size font-weight font-style text-anchor dominant-baseline".split(" "),
  ..."paint-order direction vector-effect stroke-linecap".split(" "),
];

/**
 * Copy a drawing with its style written into its elements, without what is not seen.
 *
 * @param {SVGElement} svg
 */
function copyDrawing(svg) {
  const copy = /** @type {SVGElement} */ (svg.cloneNode(true));
  const [nodes, copies] = [svg, copy].map((root) => [root, ...findAll("*", root)]);
  nodes.forEach((node, index) => {
    const style = getComputedStyle(node);
    const twin = copies[index];
    if (style.display === "none" && !node.closest("defs")) return twin.remove();
    if (style.visibility === "hidden") return twin.remove();
    // Not as a style, which the page's policy forbids.
    for (const name of PROPERTIES) twin.setAttribute(name, style.getPropertyValue(name));
    for (const name of ["class", "style"]) twin.removeAttribute(name);
    if (index && style.transform !== "none") twin.setAttribute("transform", style.transform);
  });
  return copy;
}

/**
 * Break a text into lines of a width.
 *
 * @param {string} text
 * @param {string} font
 * @param {number} width
 */
function breakLines(text, font, width) {
  const pen = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  pen.font = font;
  /** @type {string[]} */
  const lines = [];
  for (const word of text.trim().split(/\s+/)) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length && pen.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/**
 * Write the view box of the part of a drawing that lies in a box of the window.
 *
 * @param {SVGGraphicsElement} svg
 * @param {DOMRect} box
 */
function boxOn(svg, { left, top, right, bottom }) {
  const matrix = svg.getScreenCTM()?.inverse();
  const [from, to] = [new DOMPoint(left, top), new DOMPoint(right, bottom)].map((corner) =>
    corner.matrixTransform(matrix),
  );
  return [from.x, from.y, to.x - from.x, to.y - from.y].join(" ");
}

/**
 * Start a picture; return it and what writes and places things on it, from above to below.
 *
 * @param {number} width
 */
function startPage(width) {
  const { direction } = getComputedStyle(document.body);
  const svg = makeSvg("svg", { width, direction });
  const isRtl = direction === "rtl";
  const page = {
    svg,
    y: 8,
    /** @type {(node: SVGElement, x: number, y: number, width: number, height: number) => void} */
    place(node, x, y, width, height) {
      for (const [name, value] of Object.entries({ x, y, width, height, overflow: "hidden" })) {
        node.setAttribute(name, `${value}`);
      }
      svg.append(node);
    },
    /** @type {(node: HTMLElement, swatch?: SVGElement | null, text?: string) => void} */
    write(node, swatch, text = node.innerText) {
      const style = getComputedStyle(node);
      const size = parseFloat(style.fontSize);
      const [weight, family] = [style.fontWeight, style.fontFamily];
      const box = swatch?.getBoundingClientRect();
      const start = EDGE + (box ? box.width + 8 : 0);
      if (swatch && box) {
        const x = isRtl ? width - EDGE - box.width : EDGE;
        page.place(copyDrawing(swatch), x, page.y + 4, box.width, box.height);
      }
      for (const line of breakLines(text, `${weight} ${size}px ${family}`, width - start - EDGE)) {
        page.y += size * 1.35;
        const font = { "font-size": size, "font-weight": weight, "font-family": family };
        const x = isRtl ? width - start : start;
        const drawn = makeSvg("text", { x, y: page.y, fill: style.color, ...font });
        drawn.textContent = line;
        svg.append(drawn);
      }
      page.y += Math.max(0, (box?.height ?? 0) - size * 1.35);
    },
  };
  return page;
}

/**
 * Draw the map as it is seen, with headline, key, credit and address.
 *
 * @param {HTMLElement} frame of the map
 * @param {string} address
 * @returns {SVGSVGElement}
 */
export function drawPicture(frame, address) {
  const { width, height, left, top } = frame.getBoundingClientRect();
  const page = startPage(width);
  for (const node of findAll("header > *")) if (node.offsetWidth) page.write(node);
  page.y += 8;
  for (const svg of /** @type {SVGGraphicsElement[]} */ (findAll("#scene, .lens", frame))) {
    const isScene = svg.id === "scene";
    const box = (isScene ? frame : svg).getBoundingClientRect();
    if (!box.width) continue;
    const ground = isScene ? /** @type {Element} */ (frame.parentElement) : svg;
    const copy = copyDrawing(svg);
    copy.setAttribute("viewBox", boxOn(svg, box));
    const fill = getComputedStyle(ground).backgroundColor;
    for (const node of [makeSvg("rect", { fill }), copy]) {
      page.place(node, box.left - left, page.y + box.top - top, box.width, box.height);
    }
  }
  page.y += height + 4;
  for (const entry of findAll(".key li")) {
    if (!entry.offsetWidth) continue;
    /** @type {SVGElement[]} */
    const swatches = findAll("svg", entry);
    if (swatches.length < 2) page.write(entry, swatches[0]);
    else {
      // A scale: what it is of, then each size with its number.
      page.write(entry, null, find("span", entry).innerText);
      for (const swatch of swatches) {
        const number = /** @type {HTMLElement} */ (swatch.nextElementSibling);
        page.write(number, swatch);
      }
    }
  }
  const credit = find(".credit");
  page.write(credit, null, `${credit.innerText} ${address}`);
  const fill = getComputedStyle(document.documentElement).backgroundColor;
  page.svg.prepend(makeSvg("rect", { width, height: page.y + 10, fill }));
  page.svg.setAttribute("height", `${page.y + 10}`);
  page.svg.setAttribute("viewBox", `0 0 ${width} ${page.y + 10}`);
  return page.svg;
}

/**
 * Let two buttons save the picture.
 *
 * @param {HTMLElement} frame of the map
 * @param {() => string} address
 */
export function startSaving(frame, address) {
  for (const button of findAll("[data-save]")) {
    button.addEventListener("click", async () => {
      const picture = drawPicture(frame, address());
      const text = new XMLSerializer().serializeToString(picture);
      const { map, tick } = document.documentElement.dataset;
      const isPng = button.dataset.save === "png";
      const blob = isPng ? await paint(text) : new Blob([text], { type: "image/svg+xml" });
      const link = document.createElement("a");
      link.href = URL.createObjectURL(blob);
      link.download = `${map}-${tick}.${isPng ? "png" : "svg"}`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    });
  }
}

/**
 * @param {string} text an SVG document
 * @returns {Promise<Blob>}
 */
async function paint(text) {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width: image.width * DENSITY, height: image.height * DENSITY });
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob((blob) => done(/** @type {Blob} */ (blob))));
}
