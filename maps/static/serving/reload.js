// Part of the local preview only: loads a page again when there is a new build, and
// shows what is wrong with the data when there is none.

(() => {
  if (top !== self) return; // a frame is loaded again with the page around it
  const look = {
    position: "fixed",
    inset: "auto 0 0 0",
    zIndex: "9999",
    margin: "0",
    padding: "12px 16px",
    maxHeight: "50vh",
    overflow: "auto",
    whiteSpace: "pre-wrap",
    font: "13px/1.5 monospace",
    color: "#fff",
    background: "#7a1020",
  };
  /** @type {EventSource | undefined} */
  let stream;
  /** @type {HTMLElement | undefined} */
  let box;
  /** @param {string[]} problems */
  const tell = (problems) => {
    box?.remove();
    if (!problems.length) return;
    box = document.createElement("pre");
    box.setAttribute("role", "alert");
    box.dir = "ltr";
    box.textContent = problems.join("\n");
    Object.assign(box.style, look);
    document.body.append(box);
  };
  /** @param {MessageEvent} message */
  const hear = ({ data }) => {
    const { version, problems } = JSON.parse(data);
    if (version === "{version}") tell(problems);
    else location.reload();
  };
  // Browsers allow few open streams to a host: tabs that nobody sees do without.
  const listen = () => {
    stream?.close();
    if (document.hidden) return;
    stream = new EventSource("/changes");
    stream.onmessage = hear;
  };
  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => stream?.close());
  addEventListener("pageshow", (event) => event.persisted && listen());
  listen();
})();
