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
