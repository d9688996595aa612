// What a reader takes away: the address of what is shown, and the code that embeds it.

import { writeAddress } from "./address.js";

// The page's own home where it names one; of a file only its name: where it lies is
// nobody's business.
export function placeOf() {
  const home = document.querySelector('link[rel="canonical"]')?.href;
  return home ?? location.href.replace(/#.*/s, "").replace(/^file:.*\//, "");
}

export function makeShare(address, texts) {
  const box = document.getElementById("share");
  const [link, code] = box.querySelectorAll("[readonly]");
  const send = box.querySelector("[data-send]");
  const done = box.querySelector("output");

  function show() {
    if (!box.open) return;
    const url = placeOf() + writeAddress(address());
    link.value = url;
    code.value = frameOf(url);
    send.hidden = !navigator.share || !/^https?:/.test(url);
    done.textContent = "";
  }

  // As high as the page is now, without what folds out.
  function frameOf(url) {
    const frame = document.createElement("iframe");
    const folded = [...document.querySelectorAll("footer > [open], main > [open]")];
    const rest = folded.map((part) => part.offsetHeight - part.firstElementChild.offsetHeight);
    const height = rest.reduce((left, part) => left - part, document.body.offsetHeight);
    for (const [name, value] of Object.entries({
      src: url,
      title: document.title,
      width: "100%",
      height: Math.ceil(height),
      loading: "lazy",
    })) {
      frame.setAttribute(name, value);
    }
    frame.style.border = "0";
    return frame.outerHTML;
  }

  async function copy(field) {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      // A frame may be allowed only the old way; else the text is selected.
      if (!document.execCommand("copy")) return;
    }
    done.textContent = texts.copied;
  }

  for (const field of [link, code]) {
    field.nextElementSibling.addEventListener("click", () => copy(field));
  }
  send.addEventListener("click", () => {
    // Who changes their mind has not met an error.
    navigator.share({ title: document.title, url: link.value }).catch(() => {});
  });
  box.addEventListener("toggle", show);
  return show;
}
