// For pages that embed a map: frames as high as their map, steered by links and by
// scrolling. Three ways in: <script src="embed.js" data-atlas-map="border"
// data-atlas-lang="ar">, <atlas-map map="border" lang="ar">, <iframe data-atlas src>.
(() => {
  /** @typedef {Record<string, string | null | undefined>} Words */
  /** @typedef {HTMLIFrameElement & { set?: Words }} Frame with what it was last set to */

  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const base = new URL(".", script.src);
  const frames = () => [
    .../** @type {NodeListOf<Frame>} */ (document.querySelectorAll("iframe[data-atlas]")),
  ];
  const words = ["t", "select", "view", "time"];
  /** @param {string} word */
  const keyOf = (word) => `atlas${word[0].toUpperCase()}${word.slice(1)}`;

  /** @param {(word: string) => any} read the value of an attribute, if it is there */
  function make(read) {
    const frame = document.createElement("iframe");
    const set = new URLSearchParams();
    for (const word of words) if (read(word)) set.set(word, read(word));
    frame.src = `${base}${read("lang") || "en"}/${read("map")}.html#${set}`;
    frame.dataset.atlas = read("map");
    frame.title = read("title") || read("map");
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
    for (const word of words) set[word] = node.dataset[keyOf(word)] ?? address.get(word);
    if (frame) send(frame, (frame.set = set));
    return frame;
  }

  /** @type {(frame: Frame, set: Words) => void} */
  const send = (frame, set) => frame.contentWindow?.postMessage({ atlas: 1, set }, "*");

  addEventListener("message", ({ data, source, origin }) => {
    const frame = frames().find((one) => one.contentWindow === source);
    if (!frame || data?.atlas !== 1) return;
    if (origin !== "null" && origin !== new URL(frame.src).origin) return;
    // A lazy frame was not there yet when its step was scrolled to.
    if (data.event === "ready" && frame.set) send(frame, frame.set);
    if (data.height > 99 && data.height < 1e5) frame.style.height = `${data.height}px`;
  });
  addEventListener("click", (event) => {
    /** @type {HTMLAnchorElement | null | undefined} */
    const link = /** @type {Element} */ (event.target).closest(
      'a[data-atlas-t],a[href^="#t="]',
    );
    if (link && steer(link)) event.preventDefault();
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
    document
      .querySelectorAll("[data-atlas-t]:not(a)")
      .forEach((step) => seen.observe(step));
    customElements.get("atlas-map") ||
      customElements.define(
        "atlas-map",
        class extends HTMLElement {
          connectedCallback() {
            this.replaceChildren(make((word) => this.getAttribute(word)));
          }
        },
      );
  }

  if (script.dataset.atlasMap) script.after(make((word) => script.dataset[keyOf(word)]));
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
  else start();
})();
