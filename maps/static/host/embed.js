// For pages that embed a map: frames as high as their map, steered by links and by
// scrolling. Three ways in: <script src="embed.js" data-atlas-map="border"
// data-atlas-lang="ar">, <atlas-map map="border" lang="ar">, <iframe data-atlas src>.
// The maps are in the folder that the script is in, or that data-atlas-base names.
//
// The markup of a page may come from people who may not write scripts. None of it gets
// further than the attributes of a frame of the place that this script is from: what is
// read fits a pattern, and no name that an element can take from `document` is used.
(() => {
  /** @typedef {Record<string, string | null | undefined>} Words */
  /** @typedef {HTMLIFrameElement & { set?: Words }} Frame with what it was last set to */

  const page = Document.prototype;
  /** @type {<T>(name: string) => T} */
  const get = (name) => Object.getOwnPropertyDescriptor(page, name)?.get?.call(document);
  /** @type {(selector: string) => any[]} */
  const all = (selector) => [...page.querySelectorAll.call(document, selector)];

  const current = get("currentScript");
  // A module is not the current script, but errors name its file.
  const own = /\w+:\/\/.*?(?=:\d+:\d+)/.exec(Error().stack ?? "")?.[0];
  const scripts =
    current instanceof HTMLScriptElement
      ? [current]
      : all("script[type=module]").filter(
          ({ src, dataset }) => src === own || dataset.atlasBase,
        );
  const named = scripts[0]?.dataset.atlasBase?.replace(/\/?$/, "/");
  const from = named ? new URL(named, location.href).href : scripts[0]?.src;
  if (!/^(https?|file):/.test(from))
    return console.error("embed.js does nothing: expected src or data-atlas-base");
  const base = new URL(".", from);
  const home = new URL("/", base).href;

  /** @type {() => Frame[]} */
  const frames = () =>
    all("iframe[data-atlas]").filter((frame) => frame.src.startsWith(home));
  const words = ["t", "select", "view", "time"];
  /** @param {string} word */
  const keyOf = (word) => `atlas${word[0].toUpperCase()}${word.slice(1)}`;
  /** @param {string | null | undefined} text */
  const isName = (text) => /^[\w-]{1,99}$/.test(text ?? "");

  /**
   * Make a frame, unless its map or its language has no name that a map can have.
   *
   * @param {(word: string) => any} read the value of an attribute, if it is there
   */
  function make(read) {
    const [map, language] = [read("map"), read("lang") || "en"];
    if (!isName(map) || !isName(language)) return;
    const frame = /** @type {Frame} */ (page.createElement.call(document, "iframe"));
    const set = new URLSearchParams();
    for (const word of words) if (isName(read(word))) set.set(word, read(word));
    frame.src = `${base}${language}/${map}.html#${set}`;
    frame.dataset.atlas = map;
    frame.title = read("title") || map;
    frame.loading = "lazy";
    frame.style.cssText = "width:100%;height:700px;border:0";
    return frame;
  }

  /** @param {HTMLElement & { hash?: string }} node */
  function steer(node) {
    const { atlasFor } = node.dataset;
    const frame = frames().find((one) => !atlasFor || one.dataset.atlas === atlasFor);
    const address = new URLSearchParams(node.hash?.slice(1));
    /** @type {Words} */
    const set = {};
    for (const word of words) {
      const value = node.dataset[keyOf(word)] ?? address.get(word);
      if (value === "" || isName(value)) set[word] = value;
    }
    if (frame) send(frame, (frame.set = set));
    return frame;
  }

  /** @type {(frame: Frame, set: Words) => void} */
  const send = (frame, set) => frame.contentWindow?.postMessage({ atlas: 1, set }, "*");

  /** @param {string | undefined} hash of a link; of one in a drawing there is none */
  const isPlace = (hash = "") => page.getElementById.call(document, hash.slice(1));

  addEventListener("message", ({ data, source, origin }) => {
    const frame = frames().find((one) => one.contentWindow === source);
    if (!frame || data?.atlas !== 1) return;
    // "null" is the origin of a frame in a sandbox, and of every page in a folder.
    if (origin !== "null" && origin !== base.origin) return;
    // A lazy frame was not there yet when its step was scrolled to.
    if (data.event === "ready" && frame.set) send(frame, frame.set);
    if (data.height > 99) frame.style.height = `${Math.min(data.height, 5e4)}px`;
  });
  addEventListener("click", (event) => {
    const { target } = event;
    if (!(target instanceof Element)) return;
    const selector = 'a[data-atlas-t],a[href^="#t="]';
    const link = /** @type {HTMLAnchorElement | null} */ (
      Element.prototype.closest.call(target, selector)
    );
    if (link && !isPlace(link.hash) && steer(link)) event.preventDefault();
  });
  const seen = new IntersectionObserver(
    (entries) =>
      entries.forEach(
        (one) => one.isIntersecting && steer(/** @type {HTMLElement} */ (one.target)),
      ),
    { rootMargin: "-45% 0px" },
  );
  // Not before the page is read: a frame inside the element is there to be replaced.
  function start() {
    // The fields of a form take the names of its properties.
    for (const step of all("[data-atlas-t]:not(a,form)")) seen.observe(step);
    customElements.get("atlas-map") ||
      customElements.define(
        "atlas-map",
        class extends HTMLElement {
          connectedCallback() {
            const frame = make((word) => this.getAttribute(word));
            if (frame) this.replaceChildren(frame);
          }
        },
      );
  }

  for (const script of scripts) {
    const frame = make((word) => script.dataset[keyOf(word)]);
    if (frame) script.after(frame);
    delete script.dataset.atlasMap; // of a module that is there twice, each run is here
  }
  if (get("readyState") === "loading") addEventListener("DOMContentLoaded", start);
  else start();
})();
