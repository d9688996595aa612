const LAND = "rgb(238, 238, 238)"; // where no state is
const findPaths = () => [...document.querySelectorAll(".choroplethlayer path")];

window.bench = {
  ready: () => findPaths().length >= job.codes.length,
  // As its own slider does it.
  go: (tick) => Plotly.animate(document.querySelector(".js-plotly-plot"), [job.ticks[tick]], {
    mode: "immediate",
    frame: { duration: 0, redraw: true },
    transition: { duration: 0 },
  }),
  read: () => Object.fromEntries(
    findPaths().map((path) => {
      const { fill } = getComputedStyle(path);
      return [path.__data__.loc, fill === LAND ? null : fill];
    }),
  ),
};
