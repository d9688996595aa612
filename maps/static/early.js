// Before anything asks for a size: what the first layout is to know.

import { isEmbedded } from "./host.js";

/** Tell the style sheet that scripts run, and whether the page is in a frame. */
export function startEarly() {
  const { classList } = document.documentElement;
  classList.add("live");
  if (isEmbedded) classList.add("framed");
}
