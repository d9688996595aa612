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
  /** @typedef {HTMLIFrameElement & { set?: Words, step?: Element }} Frame set to that, by that */

  const page = Document.prototype,
    /** @type {(css: string) => any[]} */
    all = (css) => [...page.querySelectorAll.call(document, css)];

  const current = Reflect.get(page, "currentScript", document);
  // A module is not the current script, but errors name its file.
  const own = /\w+:\/\/.*?(?=:\d+:\d+)/.exec(Error().stack ?? "")?.[0];
  const scripts =
    current instanceof HTMLScriptElement
      ? [current]
      : all("script[type=module]").filter(
          ({ src, dataset }) => src === own || dataset.atlasBase,
        );
  const named = scripts[0]?.dataset.atlasBase?.replace(/\/?$/, "/"),
    from = named ? new URL(named, location.href).href : scripts[0]?.src;
  if (!/^(https?|file):/.test(from)) throw Error("no data-atlas-base");
  const base = new URL(".", from),
    home = new URL("/", base).href,
    /** @type {() => Frame[]} */
    frames = () => all("iframe[data-atlas]").filter(({ src }) => src.startsWith(home)),
    words = ["t", "select", "view", "time", "at"],
    /** @type {(node: Element, word: string) => string | null} */
    read = (node, word) => node.getAttribute(`data-atlas-${word}`),
    /** @type {(text: string | null | undefined) => boolean} */
    isName = (text) => /^[\w-]{1,99}$/.test(text ?? "");

  /**
   * Make a frame, unless its map or its language has no name that a map can have.
   *
   * @param {(word: string) => any} value of an attribute, if it is there
   */
  function make(value) {
    const [map, lang] = [value("map"), value("lang") || "en"];
    if (!isName(map) || !isName(lang)) return;
    const frame = /** @type {Frame} */ (page.createElement.call(document, "iframe"));
    const set = new URLSearchParams();
    for (const word of words) if (isName(value(word))) set.set(word, value(word));
    frame.src = `${base}${lang}/${map}.html#${set}`;
    frame.dataset.atlas = map;
    frame.title = value("title") || map;
    frame.loading = "lazy";
    frame.style = "width:100%;height:700px;border:0";
    return frame;
  }

  /** @param {HTMLElement} node */
  const frameOf = ({ dataset: { atlasFor } }) =>
    frames().find((one) => !atlasFor || one.dataset.atlas === atlasFor);

  /** @param {HTMLElement & { hash?: string }} node */
  function steer(node) {
    const frame = frameOf(node);
    const hash = new URLSearchParams(node.hash?.slice(1));
    /** @type {Words} */
    const set = {};
    for (const word of words) {
      const value = read(node, word) ?? hash.get(word);
      if (!value || isName(value)) set[word] = value; // nobody hears a null
    }
    if (frame) send(frame, set);
    return frame;
  }

  /** @type {(frame: Frame, set?: Words) => void} */
  function send(frame, set = frame.set) {
    frame.set = set;
    frame.contentWindow?.postMessage({ atlas: 1, set }, "*");
  }

  addEventListener("message", ({ data, source, origin }) => {
    const frame = frames().find((one) => one.contentWindow === source);
    // "null" is the origin of a frame in a sandbox, and of every page in a folder.
    if (!frame || data?.atlas !== 1 || !["null", base.origin].includes(origin)) return;
    // A lazy frame was not there yet when its step was scrolled to.
    if (data.event === "ready") send(frame);
    if (data.height > 99) frame.style.height = `${Math.min(data.height, 5e4)}px`;
  });
  addEventListener("click", (event) => {
    const link = /** @type {HTMLAnchorElement | null | false} */ (
      event.target instanceof Element &&
        Element.prototype.closest.call(event.target, 'a[data-atlas-t],a[href^="#t="]')
    );
    // A link of a drawing has no hash.
    if (
      link &&
      !page.getElementById.call(document, `${link.hash?.slice(1)}`) &&
      steer(link)
    )
      event.preventDefault();
  });

  // A step takes over once its first line has passed 60 % of the height that is left to
  // read in: all of the window, or what is below a frame that stands over the text. At
  // the end of a page, what is left has to do.
  function follow() {
    const { scrollTop, scrollHeight } = /** @type {Element} */ (
      Reflect.get(page, "scrollingElement", document)
    );
    const isEnd = scrollTop + innerHeight > scrollHeight - 9;
    for (const frame of frames()) {
      const box = frame.getBoundingClientRect();
      // The fields of a form take the names of its properties.
      const step = all("[data-atlas-t]:not(a,form)").findLast((step) => {
        const { x, y } = step.getBoundingClientRect(), // of what is hidden, both 0
          from = box.x <= x && x < box.right && box.bottom > 0 ? box.bottom : 0;
        const line = isEnd ? innerHeight : from * 0.4 + innerHeight * 0.6;
        return y && y < line && frameOf(step) === frame;
      });
      if (!step || step === frame.step) continue;
      if (frame.step) frame.step.ariaCurrent = "";
      steer((frame.step = step));
      step.ariaCurrent = "step";
    }
  }
  // Not before the page is read: a frame inside the element is there to be replaced.
  function start() {
    addEventListener("scroll", follow, true);
    follow();
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
    const frame = make((word) => read(script, word));
    if (frame) script.after(frame);
    delete script.dataset.atlasMap; // of a module that is there twice, each run is here
  }
  if (Reflect.get(page, "readyState", document) === "loading")
    addEventListener("DOMContentLoaded", start);
  else start();
})();
