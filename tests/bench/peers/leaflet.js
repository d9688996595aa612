// What the pages of folium have in common: a Leaflet map in a variable of its own.
const findMap = () => window[Object.keys(window).find((key) => /^map_[0-9a-f]{32}$/.test(key))];

// The colour that is seen, or null where one looks through.
function colourOf(path) {
  const { fill, fillOpacity } = getComputedStyle(path);
  return fill === "none" || Number(fillOpacity) === 0 ? null : fill;
}

// The shape that was added last lies on top.
function readLayers() {
  const seen = {};
  findMap().eachLayer((layer) => {
    const code = layer.feature?.properties?.code;
    if (code && layer._path) seen[code] = colourOf(layer._path);
  });
  return seen;
}

const countPaths = () => document.querySelectorAll(".leaflet-overlay-pane path").length;

function move(input, value) {
  input.value = value;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}
