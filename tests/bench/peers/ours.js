window.bench = {
  ready: () => document.querySelectorAll(".leaflet-overlay-pane #scene [data-code]").length
    >= job.codes.length,
  go(tick) {
    const input = document.getElementById("time");
    input.value = tick;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  },
  read: () => Object.fromEntries(
    [...document.querySelectorAll("#scene [data-code]")].map(
      (path) => [path.dataset.code, path.dataset.state],
    ),
  ),
};
