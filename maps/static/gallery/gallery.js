// The gallery in one language at a time, with the full address in its embed codes.

export function startGallery() {
  /** @type {NodeListOf<HTMLElement>} */
  const sections = document.querySelectorAll("main > [lang]");
  const parts = [...sections];
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = document.querySelectorAll("nav a[hreflang]");
  const known = parts.map((part) => part.id);

  function show() {
    const language = choose(location.hash.slice(1), known, navigator.languages);
    for (const part of parts) {
      part.hidden = part.id !== language;
      if (part.hidden) continue;
      Object.assign(document.documentElement, { lang: part.lang, dir: part.dir });
      document.title = part.querySelector("h1")?.textContent ?? "";
    }
    for (const link of links) {
      if (link.hreflang === language) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    scrollTo(0, 0);
  }

  completeCodes();
  addEventListener("hashchange", show);
  show();
}

// A page that lies in a folder, or in the markup of another one (srcdoc), has no address
// that could be embedded.
function completeCodes() {
  const isSite = location.protocol.startsWith("http");
  const isNamed = document.querySelector("[rel=canonical]");
  const base = isSite && !isNamed ? new URL(".", location.href).href : "";
  for (const code of document.querySelectorAll("textarea")) {
    code.value = code.value.replace(' src="', () => ` src="${base}`);
    code.addEventListener("focus", () => code.select());
  }
}

/**
 * Choose the language that was asked for, else the first one that the reader speaks.
 *
 * @param {string} wanted
 * @param {string[]} known
 * @param {readonly string[]} preferred
 */
export function choose(wanted, known, preferred) {
  const spoken = preferred.map((language) => language.split("-")[0]);
  return [wanted, ...spoken].find((language) => known.includes(language)) ?? known[0];
}
