window.bench = {
  ready: () => countPaths() >= job.least,
  go: (tick) => move(document.querySelector("[id^=slider_] input"), tick),
  read: readLayers,
  map: findMap,
};
