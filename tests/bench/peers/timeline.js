window.bench = {
  ready: () => countPaths() >= job.least,
  go: (tick) => move(document.querySelector(".time-slider"), job.times[tick]),
  read: readLayers,
  map: findMap,
};
