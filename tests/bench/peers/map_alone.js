const drawn = () => [...document.querySelectorAll(".leaflet-overlay-pane [data-code]")];

window.bench = {
  ready: () => drawn().length >= job.codes.length && !!document.querySelector(".time-slider"),
  go(tick) {
    const input = document.querySelector(".time-slider input");
    input.value = tick;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  },
  read: () => Object.fromEntries(
    drawn().map((path) => [path.dataset.code, path.dataset.state]),
  ),
};
