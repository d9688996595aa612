// Numbers of a layer, and the words around them, in the page's language.

import { make } from "./nodes.js";

/** @import {Tally} from "./cell_rows.js" */
/** @import {CellData, LayerData} from "./payload" */

/**
 * @typedef {object} Writer
 * @property {(value: number) => string} number
 * @property {(events: number) => string} count
 * @property {(lat: number, lon: number) => string} place
 * @property {(found: Tally | undefined, estimates: CellData["killed"]) => HTMLElement} tally
 * @property {string} none
 */

/**
 * Return the functions that write numbers and places.
 *
 * @param {Pick<LayerData, "language" | "texts">} given
 * @returns {Writer}
 */
export function makeWriter({ language, texts }) {
  const format = new Intl.NumberFormat(language, { numberingSystem: "latn" });
  /** @param {number} value */
  const number = (value) => format.format(value);
  /** @type {(degrees: number, form: string) => string} */
  const side = (degrees, form) => form.replace("{degrees}", number(Math.abs(degrees)));
  /** @type {(word: string, value: number) => HTMLElement[]} */
  const row = (word, value) => [make("dt", word), make("dd", number(value))];

  /** @type {Writer["tally"]} */
  function tally(found, estimates) {
    if (!found) return make("p", texts.none);
    const list = document.createElement("dl");
    list.className = "call";
    const { events, places, dates, killed } = found;
    list.append(
      ...row(texts.events, events),
      ...estimates.flatMap(([name, words]) =>
        killed ? row(texts.killed.replace("{estimate}", words), killed[name]) : [],
      ),
      ...row(texts.places, places),
      ...row(texts.dates, dates),
    );
    return list;
  }

  return {
    number,
    tally,
    none: texts.none,
    count: (value) => `${texts.events}: ${number(value)}`,
    place: (lat, lon) =>
      `${side(lat, lat < 0 ? texts.south : texts.north)} ` +
      side(lon, lon < 0 ? texts.west : texts.east),
  };
}
