window.bench = {
  ready: () => countPaths() >= job.codes.length,
  go: (tick) => move(document.querySelector("[id^=slider_] input"), tick),
  read: readLayers,
  map: findMap,
};
