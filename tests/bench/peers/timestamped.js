window.bench = {
  ready: () => countPaths() >= job.codes.length,
  go: (tick) => findMap().timeDimension.setCurrentTimeIndex(tick),
  read: readLayers,
  map: findMap,
};
