"""A still is right where it is seen: as a file and as a picture."""

import io

import pytest
from PIL import Image

from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.timeline.changes import state_at

pytestmark = pytest.mark.browser
BOXES = """() => [...document.querySelectorAll("text")]
  .filter(text => text.getClientRects().length)
  .map(text => [text.textContent, text.getBoundingClientRect().toJSON()])"""


def list_stills(atlas, language, name):
    """Return the stills of a map in the order of their ticks."""
    return sorted((atlas / "stills" / language).glob(f"{name}-*.svg"))


@pytest.mark.parametrize("place", [0, 0.5, 1])
def test_an_arabic_still_shows_its_tick(open_page, atlas, facts, place):
    found = list_stills(atlas, "ar", "membership")
    still = found[round(place * (len(found) - 1))]
    tick = still.stem.removeprefix("membership-")
    page = open_page(str(still), width=1200, height=630)
    assert not page.problems
    shown = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("[data-code]")]
          .map(node => [node.dataset.code, node.dataset.state]))"""
    )
    index = [t.id for t in facts.ticks].index(tick)
    state_changes = facts.state_changes.states
    assert shown == {code: state_at(state_changes[code], index) for code in shown}
    assert len(shown) > 50
    texts = " ".join(text for text, _ in page.evaluate(BOXES))
    assert f"{tick}:" in texts
    dataset = facts.world.dataset
    members = {row.code for row in dataset.memberships if row.organisation == "csto"}
    names = Texts("ar", facts.countries)
    assert any(names.territory(code) in texts for code in members)


@pytest.mark.parametrize(
    ("name", "place"),
    [("membership", 1), ("almaty", 0.6), ("almaty", 1), ("border", 1)],
)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_text_leaves_the_picture_or_another_text_of_head_and_key(
    open_page, atlas, language, name, place
):
    found = list_stills(atlas, language, name)
    path = found[round(place * (len(found) - 1))]
    page = open_page(str(path), width=1200, height=630)
    for text, box in page.evaluate(BOXES):
        assert box["left"] >= 0 <= box["top"], text
        assert box["right"] <= 1200, text
        assert box["bottom"] <= 630, text
    middle = 250 if language == "en" else 950
    for box in page.evaluate(
        """() => [...document.querySelectorAll(".key text")]
          .map(text => text.getBoundingClientRect().toJSON())"""
    ):
        assert box["right"] <= middle if language == "en" else box["left"] >= middle
        assert box["bottom"] <= 600


def test_a_still_looks_the_same_in_a_page_at_half_its_size(open_page, atlas, tmp_path):
    still = list_stills(atlas, "ar", "membership")[10]
    alone = open_page(str(still), width=1200, height=630).screenshot()
    picture = f'<img src="file://{still}" width="600" style="display:block">'
    (tmp_path / "page.html").write_text(f"<!doctype html>{picture}", encoding="utf-8")
    page = open_page(f"{tmp_path}/page.html", width=700, height=400)
    page.wait_for_function("document.images[0].complete")
    shot = page.screenshot(clip={"x": 8, "y": 8, "width": 600, "height": 315})
    small = Image.open(io.BytesIO(alone)).convert("RGB").resize((600, 315))
    seen = Image.open(io.BytesIO(shot)).convert("RGB")
    pairs = zip(small.tobytes(), seen.tobytes(), strict=True)
    apart = sum(abs(one - other) for one, other in pairs) / len(small.tobytes())
    assert apart < 6  # of 255, on average: edges are smoothed otherwise
