window.bench = {
  ready: () => countPaths() >= job.codes.length,
  go: (tick) => document.querySelectorAll(".leaflet-control-layers-base input")[tick].click(),
  read: readLayers,
  map: findMap,
};
