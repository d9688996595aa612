// Finds the marks among the texts that are seen, and what stands on the same line before
// and after each; returns those that stand on the wrong side.
() => {
  const mark = /(?:z\d+z 7 \u0642\u0645\u0629|\u0642\u0645\u0629 7 z\d+z)/g;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  const blockOf = (node) => {
    let one = node.parentElement;
    const isInline = () => /^(inline|contents)$/.test(getComputedStyle(one).display);
    while (isInline()) one = one.parentElement;
    return one;
  };
  const UNREAD = "script,style,textarea,.hush,.leaflet-control";
  const unseen = /[\s\u2066-\u2069\u202a-\u202e]/;
  const lay = (node, from, to) => {
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    return [...range.getClientRects()].filter(({ width }) => width);
  };
  // The next sign that is seen, in the same block: -1 before, 1 after.
  const beside = (node, at, way) => {
    const block = blockOf(node);
    for (let n = nodes.indexOf(node); nodes[n]; n += way) {
      const one = nodes[n];
      if (one.parentElement.closest(UNREAD)) continue;
      if (blockOf(one) !== block) return;
      const start = way < 0 ? one.data.length - 1 : 0;
      for (let i = one === node ? at : start; one.data[i]; i += way) {
        const [rect] = unseen.test(one.data[i]) ? [] : lay(one, i, i + 1);
        if (rect) return { rect, sign: one.data[i], node: one };
      }
    }
  };
  const common = (a, b) => {
    let one = a.parentElement;
    while (!one.contains(b)) one = one.parentElement;
    return one;
  };
  const wrong = [];
  let count = 0;
  let looked = 0;
  for (const node of nodes) {
    const parent = node.parentElement;
    if (!parent.checkVisibility() || parent.closest("textarea")) continue;
    for (const found of node.data.matchAll(mark)) {
      count += 1;
      const rects = lay(node, found.index, found.index + found[0].length);
      for (const way of [-1, 1]) {
        const at = way < 0 ? found.index - 1 : found.index + found[0].length;
        const other = beside(node, at, way);
        if (!other) continue;
        // What a published file says besides, in a language of its own.
        const { unicodeBidi } = getComputedStyle(parent);
        if (other.node === node && unicodeBidi === "plaintext") continue;
        const line = rects.filter(
          (rect) => rect.top < other.rect.bottom - 2 && rect.bottom > other.rect.top + 2,
        );
        if (!line.length) continue;
        looked += 1;
        const isRtl = getComputedStyle(common(node, other.node)).direction === "rtl";
        const isLeft = (way < 0) !== isRtl;
        const ends = line.map((rect) => (isLeft ? rect.left : rect.right));
        const isRight = isLeft
          ? other.rect.right <= Math.min(...ends) + 1
          : other.rect.left >= Math.max(...ends) - 1;
        if (!isRight) {
          wrong.push(`${parent.outerHTML.slice(0, 200)} beside '${other.sign}'`);
        }
      }
    }
  }
  return { wrong, count, looked };
}
