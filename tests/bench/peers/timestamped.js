window.bench = {
  ready: () => countPaths() >= job.least,
  go: (tick) => findMap().timeDimension.setCurrentTimeIndex(tick),
  read: readLayers,
  map: findMap,
};
