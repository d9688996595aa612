// Talks to the page that embeds this one: {atlas: 1, set: {t, select, view, time}} comes in,
// {atlas: 1, event: ...} goes out. Anything else is ignored.

export const isEmbedded = window.parent !== window;

export function connectHost(apply) {
  window.addEventListener("message", (message) => {
    if (message.source !== window.parent || !isEmbedded) return;
    const wanted = message.data;
    if (typeof wanted !== "object" || wanted === null || wanted.atlas !== 1) return;
    if (typeof wanted.set !== "object" || wanted.set === null) return;
    const text = (value) => (typeof value === "string" ? value : undefined);
    const { t, select, view, time } = wanted.set;
    apply({ t: text(t), select: text(select), view: text(view), time: text(time) });
  });

  return function tell(event, details) {
    if (isEmbedded) window.parent.postMessage({ atlas: 1, event, ...details }, "*");
  };
}

// Tells the host how high the page is, now and whenever that changes.
export function keepHeight(tell) {
  // Asking lays the whole page out: who has no host need not know.
  if (!isEmbedded) return;
  let height = 0;
  const measure = () => {
    height = Math.ceil(document.body.offsetHeight);
    tell("height", { height });
  };
  // The map's height goes by the window's. A host that makes the frame as high as its
  // page would by that make the page higher, and so on.
  const fit = () => {
    if (innerHeight !== height) {
      document.documentElement.style.setProperty("--vh", `${innerHeight / 100}px`);
    }
  };
  fit();
  window.addEventListener("resize", fit);
  // At once, since browsers let observers sleep in a frame that is out of sight.
  measure();
  new ResizeObserver(measure).observe(document.body);
}
