// Before anything asks for a size: what the first layout is to know.

import { isEmbedded } from "./host.js";

/** Tell the style sheet that scripts run, whether in a frame, and how much it shows. */
export function startEarly() {
  const { classList, dataset } = document.documentElement;
  classList.add("live");
  if (isEmbedded) classList.add("framed");
  if (/[#&]chrome=story\b/.test(location.hash)) dataset.chrome = "story";
}
