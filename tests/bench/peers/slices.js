const sliced = () => [...document.querySelectorAll(".time-layer path")];

window.bench = {
  ready: () => sliced().length >= job.codes.length && !!document.querySelector(".time-slider"),
  go(tick) {
    const input = document.querySelector(".time-slider input");
    input.value = tick;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  },
  // Shapes are drawn in the order of the first row of each.
  read: () =>
    Object.fromEntries(
      sliced().map((path, at) => {
        const { display, fill, stroke } = getComputedStyle(path);
        const colour = fill === "none" ? stroke : fill;
        const isLand = display === "none" || colour === "rgb(255, 255, 255)";
        return [job.codes[at], isLand ? null : colour];
      }),
    ),
};
