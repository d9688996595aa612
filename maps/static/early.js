// Before anything asks for a size: what the first layout is to know.

import { isEmbedded } from "./host.js";

export function startEarly() {
  const { classList } = document.documentElement;
  classList.add("live");
  if (isEmbedded) classList.add("framed");
}
