// Elements with a text, and the text of an element.

export function make(name, text) {
  const node = document.createElement(name);
  node.textContent = text;
  return node;
}

// Text that stays is left alone: setting it would lay it out again.
export function setText(node, text) {
  const { firstChild } = node;
  if (!firstChild) node.textContent = text;
  else if (firstChild.data !== text) firstChild.data = text;
}
