// The address after "#", such as t=2012&select=UZB. What is not understood is ignored.

export function readAddress(hash, known) {
  const words = new URLSearchParams(hash.replace(/^#/, ""));
  const found = {};
  for (const [name, allowed] of Object.entries(known)) {
    const value = words.get(name);
    if (value !== null && allowed.has(value)) found[name] = value;
  }
  return found;
}

export function writeAddress(values) {
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value) words.set(name, value);
  }
  return `#${words}`;
}
