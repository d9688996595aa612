"""The picture of what is shown, saved from the page."""

from itertools import product
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.browser.policy import VIOLATIONS
from tests.conftest import LANGUAGES, MAPS
from tests.faults.rounds import pairs, rounds

pytestmark = pytest.mark.browser
SVG = "{http://www.w3.org/2000/svg}"
WIDTHS = (360, 1280)
# Texts that reach beyond the edge.
FAULTS = """() => {
  const root = document.documentElement;
  const frame = root.getBoundingClientRect();
  const boxes = [...root.children].filter(node => node.tagName === "text")
    .map(node => [node.getBoundingClientRect(), node.textContent]);
  const faults = [];
  for (const [box, text] of boxes) {
    const isOut = box.left < frame.left || box.right > frame.right;
    if (isOut || box.bottom > frame.bottom) faults.push(text);
  }
  return { faults, texts: boxes.length };
}"""


def save(page, kind, folder):
    page.evaluate("document.querySelector('#share').open = true")
    with page.expect_download() as download:
        page.click(f"[data-save={kind}]")
    path = Path(folder, download.value.suggested_filename)
    download.value.save_as(path)
    return path


@pytest.mark.parametrize(
    ("name", "language", "width"),
    rounds(pairs(MAPS, ["ar"], WIDTHS), [*product(MAPS, LANGUAGES, WIDTHS)]),
)
def test_a_picture_says_what_the_page_says(
    open_page, atlas, tmp_path, name, language, width
):
    page = open_page(
        f"{atlas}/{language}/{name}.html",
        width=width,
        script=VIOLATIONS,
        accept_downloads=True,
        fresh=True,
    )
    wanted = [
        *page.locator("header > :visible").all_inner_texts(),
        *page.locator(".key li:visible [data-lit]").all_inner_texts(),
        page.locator(".credit").inner_text(),
    ]
    path = save(page, "svg", tmp_path)
    assert page.evaluate("violations") == []
    text = path.read_text(encoding="utf-8")
    root = ElementTree.fromstring(text)
    said = "".join(" ".join(node.itertext()) for node in root.iter(f"{SVG}text"))
    for words in wanted:
        assert "".join(words.split()) in "".join(said.split()), words
    assert "http://" not in text.replace("http://www.w3.org/", "")
    assert root.find(f".//{SVG}style") is None
    page.goto(path.as_uri())
    found = page.evaluate(FAULTS)
    assert found["faults"] == []
    assert found["texts"] > 3


def test_a_png_has_two_pixels_for_each_of_the_page(open_page, made, tmp_path):
    page = open_page(
        f"{made}/ar/membership.html", width=360, accept_downloads=True, fresh=True
    )
    path = save(page, "png", tmp_path)
    head = path.read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    assert int.from_bytes(head[16:20]) == 720
    shown = page.evaluate("document.documentElement.dataset")
    assert path.name == f"{shown['map']}-{shown['tick']}.png"
