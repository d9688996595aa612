// For pages that embed a map: frames that keep their height, steered by links and by
// scrolling. Three ways in: <script src="embed.js" data-atlas-map="border"
// data-atlas-lang="ar">, <atlas-map map="border" lang="ar">, <iframe data-atlas src>.
// The maps are in the folder that the script is in, or that data-atlas-base names; which
// ones there are is written in when an atlas is built.
//
// The markup of a page may come from people who may not write scripts. None of it gets
// further than the attributes of a frame of the place that this script is from: what is
// read is on a list or fits a pattern, and no name that an element can take from
// `document` is used.
(() => {
  /** @typedef {Record<string, string | null | undefined>} Words */
  /** @typedef {HTMLIFrameElement & { set?: Words, step?: Element }} Frame set to that, by that */

  const page = Document.prototype,
    /** @type {(css: string) => any[]} */
    all = (css) => [...page.querySelectorAll.call(document, css)],
    current = /** @type {any} */ (Reflect.get(page, "currentScript", document)),
    // A module, or what a site's own loader runs, has no current script, but errors name
    // its file.
    own = /\w+:\/\/.*?(?=:\d+:\d+)/.exec(Error().stack + "")?.[0],
    scripts = current
      ? [current]
      : all("script").filter(({ src, dataset }) => src === own || dataset.atlasBase),
    named = scripts[0]?.dataset.atlasBase?.replace(/\/?$/, "/"),
    /** @type {any} addresses, which are used as texts */
    from = named ? new URL(named, location.href) : scripts[0]?.src,
    /** @type {any} */
    base = /^(http|file)/.test(from) ? new URL(".", from) : "",
    /** @type {any} */
    home = base && new URL("/", base),
    /** @type {() => Frame[]} */
    frames = () => all("iframe[data-atlas]").filter(({ src }) => src.startsWith(home)),
    [root] = all("html"),
    words = "t select view time at theme chrome from to".split(" "),
    /** @type {(node: Element, word: string) => string | null} */
    read = (node, word) => node.getAttribute(`data-atlas-${word}`),
    /** @type {(address: string) => string} */
    fileOf = (address) => address.split("#")[0];

  /**
   * Make a frame, if there is such a map, in its language without the region or in the
   * first one that there is.
   *
   * @param {(word: string) => any} value of an attribute, if it is there
   */
  function make(value) {
    const map = /^({maps})$/i.exec(value("map"))?.[0].toLowerCase();
    const lang = /^({languages})/i.exec(value("lang") || "en")?.[0].toLowerCase();
    if (!map) return;
    if (!base) throw Error("data-atlas-base");
    const set = new URLSearchParams();
    for (const word of words) if (value(word)) set.set(word, value(word));
    const made = /** @type {Frame} */ (page.createElement.call(document, "iframe"));
    const frame = Object.assign(made, {
      // The fragment of nothing, "#", would have the browser scroll to the frame.
      src: `${base}${lang ?? "{first}"}/${map}.html${`${set}` && `#${set}`}`,
      title: value("title") || map,
      loading: /** @type {const} */ ("lazy"),
      style: /** @type {any} */ ("width:100%;border:0"),
    });
    frame.dataset.atlas = map;
    frame.dataset.atlasHeight = value("height") || 700;
    size(frame);
    return frame;
  }

  /**
   * Give a frame its height: 700 pixels or what the editor says, but no more than the
   * window has; as high as its map only if the editor says `auto`.
   *
   * @param {Frame} frame
   * @param {number} [told] pixels
   */
  function size({ style, dataset }, told = 700) {
    const height = (dataset.atlasHeight ??= "700").replace(/\d$/, "$&px");
    style.height = `min(${height === "auto" ? told + "px,5e4px" : height + ",100svh"})`;
  }

  /**
   * Find the frame that an element steers: the one that it names; any, if it is a step or
   * leads to a place of this page; the one whose page it leads to.
   *
   * @param {HTMLElement & { href?: string }} node
   */
  const frameOf = ({ dataset: { atlasFor, atlasT }, href, baseURI }) =>
    frames().find(({ dataset, src }) =>
      atlasFor
        ? dataset.atlas === atlasFor
        : atlasT ||
          // baseURI: "#t=2012" under <base>
          [baseURI, location.href, src].map(fileOf).includes(fileOf(href + "")),
    );

  /**
   * Set a frame to what an element asks for, if it asks for anything.
   *
   * @param {HTMLElement & { hash?: string }} node
   */
  function steer(node) {
    const frame = frameOf(node);
    // Systems that write links may write "&" as "&amp;" once more.
    const asked = new URLSearchParams(node.hash?.replace(/#|amp;/g, ""));
    /** @type {Words} */
    const set = {}; // nobody hears a null
    for (const word of words) set[word] = read(node, word) ?? asked.get(word);
    if (frame && words.some((word) => set[word] !== null)) {
      frame.set = set;
      send(frame);
      return true;
    }
    return undefined;
  }

  /** @param {Frame} frame */
  function send({ set, contentWindow }) {
    contentWindow?.postMessage({ atlas: 1, set }, "*");
  }

  // The window of a frame may have been led to another place. "null" is what files and
  // sandboxed frames are from.
  addEventListener("message", ({ data, source, origin }) => {
    const frame = frames().find(
      ({ contentWindow, src }) =>
        contentWindow === source && (origin === "null" || src.startsWith(origin + "/")),
    );
    if (frame && data?.atlas === 1) {
      // A lazy frame was not there yet when its step was scrolled to.
      if (data.event === "ready") send(frame);
      if (data.height) size(frame, data.height);
    }
  });
  addEventListener("click", (event) => {
    /** @type {HTMLAnchorElement} */
    const link = all("a").find((one) => one.contains(event.target));
    // With a key held, the reader wants another tab; a place of the page comes first; a
    // link of a drawing has no hash.
    if (!link || event.ctrlKey || event.metaKey) return;
    if (all("[id]").some(({ id }) => "#" + id === link.hash)) return;
    if (steer(link)) event.preventDefault();
  });

  // A step takes over once its first line has passed 60 % of the height that is left to
  // read in: all of the window, or what is below a frame that stands over the text. At
  // the end of a page, what is left has to do.
  function follow() {
    const late = scrollY + innerHeight > root.scrollHeight - 9 ? 0 : 0.4;
    for (const frame of frames()) {
      const box = frame.getBoundingClientRect();
      // The fields of a form take the names of its properties.
      const step = all("[data-atlas-t]:not(a,form)").findLast((step) => {
        const { x, y } = step.getBoundingClientRect(), // of what is hidden, both 0
          from = box.x <= x && x < box.right && box.bottom > 0 ? box.bottom : 0;
        return y && y < innerHeight - late * (innerHeight - from) && frameOf(step) === frame;
      });
      if (step && step !== frame.step) {
        if (frame.step) frame.step.ariaCurrent = "";
        step.ariaCurrent = "step";
        steer((frame.step = step));
      }
    }
  }
  // Not before the page is read: a frame inside the element is there to be replaced.
  function start() {
    all("iframe[data-atlas-height]").map((frame) => size(frame));
    addEventListener("scroll", follow, true);
    // Also when steps are put in later.
    new ResizeObserver(follow).observe(root);
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
    script.after(make((word) => read(script, word)) ?? "");
    delete script.dataset.atlasMap; // of a module that is there twice, each run is here
  }
  if (Reflect.get(page, "readyState", document) === "loading")
    addEventListener("DOMContentLoaded", start);
  else start();
})();
