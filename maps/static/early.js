// Before anything asks for a size: what the first layout is to know.

import { splitAddress } from "./address.js";
import { isEmbedded } from "./host.js";

/** Tell the style sheet that scripts run, whether in a frame, and how much it shows. */
export function startEarly() {
  const { classList, dataset } = document.documentElement;
  classList.add("live");
  if (isEmbedded) classList.add("framed");
  const chrome = splitAddress(location.hash).get("chrome") ?? "";
  if (!["map", "story"].includes(chrome)) return;
  classList.add(chrome);
  dataset.chrome = chrome;
}
