"""A whole atlas whose every text is hostile: it is shown, never run, and fits."""

import re
from collections import Counter

import pytest

import build
from maps import facts
from tests.conftest import MAPS
from tests.faults.hostile import write_hostile
from tests.faults.rounds import PROOF

pytestmark = pytest.mark.browser
ALL = [
    *(f"{language}/{name}.html" for language in ("en", "ar") for name in MAPS),
    "en/article.html",
    "index.html",
]
PAGES = ALL if PROOF else ["en/almaty.html", "ar/border.html", "index.html"]
USE = """
async () => {
  const time = document.getElementById("time");
  for (let tick = 0; time && tick <= time.max; tick++) {
    time.value = tick;
    time.dispatchEvent(new Event("input", { bubbles: true }));
  }
  for (const node of document.querySelectorAll("[data-select]")) {
    node.click();
    node.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
  }
  const drawn = "[data-code],[data-event],[data-area]";
  for (const node of document.querySelectorAll(drawn)) {
    for (const name of ["pointerover", "pointermove", "mouseover", "focus"]) {
      node.dispatchEvent(new PointerEvent(name, { bubbles: true }));
    }
  }
  for (const node of document.querySelectorAll("details")) node.open = true;
  document.querySelectorAll("a").forEach((node) => node.focus());
  await new Promise((done) => setTimeout(done, 400));
}
"""
# What a page must not have, whatever its texts are.
BAD = """
() => ({
  hacked: window.hacked,
  links: [...document.querySelectorAll("[href],[src],[action],[data]")]
    .map((node) => node.href?.baseVal ?? node.href ?? node.src ?? node.action)
    .filter((url) => !/^(https?:|file:|data:image|data:,$|#)/.test(url)),
  handlers: [...document.querySelectorAll("*")].flatMap((node) =>
    node.getAttributeNames().filter((name) => name.startsWith("on"))),
})
"""
TAGS = "() => [...document.querySelectorAll('*')].map((node) => node.tagName)"

WORDS = """
() => {
  const body = document.body.cloneNode(true);
  const unread = "script,style,noscript,textarea";
  for (const node of body.querySelectorAll(unread)) node.remove();
  return body.textContent;
}
"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """Return the folder of a hostile atlas, and its texts by place."""
    folder = tmp_path_factory.mktemp("hostile")
    data, geodata, given = write_hostile(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(facts, "GEODATA", geodata)
        out = str(folder / "dist")
        assert build.main(["--data", str(data), "--out", out]) == 0
    return folder / "dist", given


def tidy(text):
    """Put blanks as a browser does, and as texts are read: no blanks at the ends."""
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("name", PAGES)
def test_hostile_texts_stay_texts(open_page, atlas, hostile, name):
    out, given = hostile
    page = open_page(f"{out}/{name}", width=1280)
    tame = open_page(f"{atlas}/{name}", width=1280)
    more = Counter(page.evaluate(TAGS)) - Counter(tame.evaluate(TAGS))
    assert set(more) <= {"g", "text", "circle"}  # other labels have room on the map
    page.evaluate(USE)
    assert page.evaluate(BAD) == {"hacked": None, "links": [], "handlers": []}
    own = ("data:", f"file://{out}/")
    assert not [url for url in page.requests if not url.startswith(own)]
    assert not page.problems
    shown = tidy(page.evaluate(WORDS))
    texts = dict(enumerate(given.values()))
    marks = {int(number) for number in re.findall(r"\bz(\d+)z\b", shown)}
    lost = [n for n in marks if tidy(texts[n]) not in shown]
    assert len(marks) > 20
    assert not lost, [texts[n] for n in lost[:5]]


@pytest.mark.parametrize("width", [360, 1280] if PROOF else [360])
@pytest.mark.parametrize("name", ALL if PROOF else ["en/membership.html"])
def test_hostile_texts_fit(open_page, hostile, name, width):
    page = open_page(f"{hostile[0]}/{name}", width=width)
    page.evaluate(USE)
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= width
