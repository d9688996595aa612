// What tests/browser/names.py asks of a page: an object of functions.
({
  measure: () => {
  const frame = document.querySelector(".leaflet-container").getBoundingClientRect();
  const seen = node => {
    const {width, height} = node.getBoundingClientRect(); // none, if an ancestor is hidden
    return (width || height) &&
      node.checkVisibility({opacityProperty: true, visibilityProperty: true});
  };
  const scene = document.querySelector(".leaflet-container #scene");
  const meets = (a, b, by = 1) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > by &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > by;
  const low = box => ({left: box.left, right: box.right,
    top: box.top + box.height * .2, bottom: box.bottom - box.height * .2});
  const covers = [...document.querySelectorAll(
    ".leaflet-control, .presets, .credit, .lens, #scale")].filter(seen)
    .map(node => node.getBoundingClientRect());
  const labels = [...scene.querySelectorAll(".label")].map(node => {
    const text = node.matches("text") ? node : node.querySelector("text");
    const path = node.querySelector("path");
    return {name: node.textContent.trim(), code: node.dataset.label, text, path,
      box: text.getBoundingClientRect()};
  });
  const named = labels.filter(({text, box}) => seen(text) && meets(box, frame, 0));
  const numbers = [...scene.querySelectorAll(".routes text")].filter(seen)
    .map(node => ({name: node.textContent, box: node.getBoundingClientRect()}));
  const marked = [...scene.querySelectorAll(".land [data-code]")]
    .filter(({dataset: {state}}) => state !== "none")
    .map(node => ({node, code: node.dataset.code, box: node.getBoundingClientRect(),
      inverse: node.getScreenCTM().inverse()}));
  const on = (x, y, own) => marked.find(({node, code, box, inverse}) =>
    code !== own && x > box.left && x < box.right && y > box.top && y < box.bottom &&
    node.isPointInFill(new DOMPoint(x, y).matrixTransform(inverse)))?.code;
  const steps = [.06, .28, .5, .72, .94];
  const ends = path => {
    const matrix = path.getScreenCTM();
    return [0, path.getTotalLength()].map(at =>
      path.getPointAtLength(at).matrixTransform(matrix));
  };
  const side = (a, b, c) => Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
  const cross = ([a, b], [c, d]) =>
    side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
  const led = named.filter(({path}) => path && seen(path))
    .map(label => ({...label, ends: ends(label.path)}));
  const pairs = (list, test) => list.flatMap((one, number) => list.slice(number + 1)
    .filter(other => test(one, other)).map(other => `${one.name}, ${other.name}`));
  const names = list => list.map(({name}) => name);
  return {
    shown: named.filter(({code}) => code).map(({code}) => code),
    led: names(led),
    cut: names(named.filter(({box}) => box.left < frame.left - 1 ||
      box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1)),
    covered: names(named.filter(({box}) => covers.some(one => meets(low(box), one)))),
    touching: pairs(named, (a, b) => meets(low(a.box), low(b.box))).concat(
      named.flatMap(({name, box}) => numbers.filter(one => meets(low(box), low(one.box)))
        .map(one => `${name}, ${one.name}`))).concat(
      pairs(numbers, (a, b) => meets(low(a.box), low(b.box)))),
    foreign: named.filter(({code}) => code).flatMap(({name, code, box}) => [.4, .6]
      .flatMap(down => steps.map(across =>
        on(box.left + box.width * across, box.top + box.height * down, code)))
      .filter(Boolean).slice(0, 1).map(other => `${name} on ${other}`)).concat(
      led.flatMap(({name, code, ends: [a, b]}) => steps.map(at =>
        on(a.x + (b.x - a.x) * at, a.y + (b.y - a.y) * at, code))
        .filter(Boolean).slice(0, 1).map(other => `line of ${name} over ${other}`))),
    orphan: names(labels.filter(({text, path, box}) =>
      path && seen(path) && !(seen(text) && meets(box, frame, 0)))),
    long: led.filter(({ends: [a, b]}) => Math.hypot(b.x - a.x, b.y - a.y) > 40 + .5)
      .map(({name}) => name),
    crossing: pairs(led, (a, b) => cross(a.ends, b.ends)),
  };
},

  states: () => Object.fromEntries([...document.querySelectorAll(
  ".leaflet-container .land [data-code]")].map(
  ({dataset: {code, state}}) => [code, state])),

  // Whether a name fits into its territory, inside the frame and clear of what covers it.
  fits: (code, text) => {
  const frame = document.querySelector(".leaflet-container").getBoundingClientRect();
  const node = document.querySelector(`.leaflet-container .land [data-code="${code}"]`);
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `600 13px ${getComputedStyle(document.querySelector("#scene")).fontFamily}`;
  const wide = pen.measureText(text).width + 8, high = 19;
  const inverse = node.getScreenCTM().inverse(), box = node.getBoundingClientRect();
  const covers = [...document.querySelectorAll(
    ".leaflet-control, .presets, .credit, .lens, #scale")].filter(one => one.checkVisibility()).map(one => one.getBoundingClientRect());
  const isIn = (x, y) => node.isPointInFill(new DOMPoint(x, y).matrixTransform(inverse));
  const left = Math.max(box.left, frame.left), top = Math.max(box.top, frame.top);
  const right = Math.min(box.right, frame.right), bottom = Math.min(box.bottom, frame.bottom);
  for (let y = top; y < bottom - high; y += 5)
    for (let x = left; x < right - wide; x += 5) {
      const isFree = covers.every(one => x > one.right || x + wide < one.left ||
        y > one.bottom || y + high < one.top);
      if (isFree && [0, .25, .5, .75, 1].every(across => [0, .5, 1].every(down =>
        isIn(x + wide * across, y + high * down)))) return true;
    }
  return false;
},

  go: tick => {
  const input = document.getElementById("time");
  input.value = tick;
  input.dispatchEvent(new Event("input", {bubbles: true}));
},
})
