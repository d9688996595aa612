window.bench = {
  ready: () => countPaths() >= job.codes.length,
  go: (tick) => move(document.querySelector(".time-slider"), job.times[tick]),
  read: readLayers,
  map: findMap,
};
