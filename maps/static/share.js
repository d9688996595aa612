// What a reader takes away: the address of what is shown, and the code that embeds it.

import { writeAddress } from "./address.js";
import { find, findAll } from "./nodes.js";

/** @import {PageTexts} from "./payload" */
/** @import {Words} from "./words.js" */

const FRAME_HEIGHT = 700; // pixels, as embed.js has it

/**
 * Tell where the page is: its own home where it names one; of a file only its name, since
 * where it lies is nobody's business.
 */
export function placeOf() {
  /** @type {HTMLLinkElement | null} */
  const home = document.querySelector('link[rel="canonical"]');
  return home?.href ?? location.href.replace(/#.*/s, "").replace(/^file:.*\//, "");
}

/**
 * Start the box of link and code; return what writes both anew.
 *
 * @param {() => Words} address words of the present state
 * @param {Pick<PageTexts, "copied">} texts
 */
export function makeShare(address, texts) {
  /** @type {HTMLDetailsElement} */
  const box = find("#share");
  /** @type {Array<HTMLInputElement | HTMLTextAreaElement>} */
  const [link, code, cite] = findAll("[readonly]", box);
  const send = find("[data-send]", box);
  const done = find("output", box);

  function show() {
    if (!box.open) return;
    const url = placeOf() + writeAddress(address());
    link.value = url;
    code.value = frameOf(url);
    cite.value = `${cite.dataset.form}`
      .replace(/{title}/g, () => `${find("h1").textContent}`)
      .replace(/{address}/g, () => url);
    send.hidden = !navigator.share || !/^https?:/.test(url);
    done.textContent = "";
  }

  /** @param {HTMLInputElement | HTMLTextAreaElement} field */
  async function copyText(field) {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      // A frame may be allowed only the old way; else the text stays selected.
      if (!document.execCommand("copy")) return;
    }
    done.textContent = texts.copied;
  }

  for (const field of [link, code, cite]) {
    field.nextElementSibling?.addEventListener("click", () => copyText(field));
  }
  send.addEventListener("click", () => {
    // Cancelling the share sheet is not an error.
    navigator.share({ title: document.title, url: link.value }).catch(() => {});
  });
  box.addEventListener("toggle", show);
  return show;
}

/**
 * Write the code of a frame that an article has room for, and a window too.
 *
 * @param {string} url
 */
function frameOf(url) {
  const frame = document.createElement("iframe");
  Object.assign(frame, {
    src: url,
    title: document.title,
    width: "100%",
    height: FRAME_HEIGHT,
    loading: "lazy",
    style: "border:0;max-height:100vh",
  });
  return frame.outerHTML;
}
