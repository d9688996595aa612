// Before anything asks for a size: what the first layout is to know.

export function startEarly() {
  const { classList } = document.documentElement;
  classList.add("live");
  if (parent !== window) classList.add("framed");
  // Open without script only: its thousand lines would be laid out first of all.
  document.getElementById("reading").open = false;
}
