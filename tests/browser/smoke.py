"""A short way through calls, finds, comparisons and pictures, for any engine."""

# Each part is worked as its buttons do; what the page then shows is returned.
USE_PARTS = """async () => {
  const find = selector => document.querySelector(selector);
  const rest = () => new Promise(done => setTimeout(done, 300));
  const { dataset } = document.documentElement;
  const found = {};
  find("#asked").click();
  await rest();
  found.calls = find("#board").offsetHeight > 0;
  find("#back").click();
  await rest();
  found.map = find(".frame").offsetHeight > 0 && find("#board").hidden;
  const field = find("#find");
  field.focus(); // what can be found is listed then
  field.value = "uzb";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await rest();
  found.matches = find("#matches").children.length;
  find("#matches li")?.click();
  await rest();
  found.chosen = find("#scene [data-code=UZB]").matches(".chosen");
  location.hash = "#t=2012&compare=1999";
  await rest();
  found.compared = dataset.tick === "2012" && find("#changed").textContent.length > 0;
  const blobs = [];
  const make = URL.createObjectURL;
  URL.createObjectURL = blob => (blobs.push(blob), make.call(URL, blob));
  HTMLAnchorElement.prototype.click = () => {}; // no file is to be written
  find("#share").open = true;
  for (const kind of ["svg", "png"]) {
    find(`[data-save=${kind}]`).click();
    const isMade = () => blobs.some(({ type }) => type.includes(kind));
    for (let turn = 0; turn < 20 && !isMade(); turn++) await rest();
  }
  found.saved = ["svg", "png"].filter(
    kind => blobs.some(({ type, size }) => type.includes(kind) && size > 10000));
  return found;
}"""


def assert_parts(found):
    """Check what `USE_PARTS` returned."""
    wanted = {
        "matches": 1,
        "calls": True,
        "map": True,
        "chosen": True,
        "compared": True,
        "saved": ["svg", "png"],
    }
    assert found == wanted, found
