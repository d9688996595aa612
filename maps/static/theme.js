// Light or dark by the word of an editor, whatever the system of the reader prefers.

const FOLLOWS = "screen and (prefers-color-scheme: dark)";

/** @type {MediaList[] | undefined} those of the rules for dark */
let queries;

/**
 * Set the theme of the page.
 *
 * @param {string} theme "light", "dark", or "" for that of the reader's system
 */
export function setTheme(theme) {
  // The rules of a file are not always allowed to be read; those for dark are a file there.
  queries ??= [...document.styleSheets]
    .flatMap((sheet) => /** @type {CSSMediaRule[]} */ (sheet.href ? [sheet] : [...sheet.cssRules]))
    .flatMap(({ media }) => (media?.mediaText === FOLLOWS ? [media] : []));
  const query = { light: "not all", dark: "screen" }[theme] ?? FOLLOWS;
  for (const media of queries) media.mediaText = query;
  document.documentElement.style.colorScheme = theme;
}
