"""Pictures for social media are whole: on the small made map, and on ours."""

from itertools import product
from shutil import copy

import av
import pytest
from PIL import Image

from csto_atlas.maps.stills.raster.__main__ import make_job
from csto_atlas.maps.stills.raster.film import MOST_BYTES
from csto_atlas.maps.stills.raster.pace import REST_MS
from csto_atlas.maps.stills.raster.photos import READ, find_story, fix_layout, open_page
from csto_atlas.maps.stills.raster.shapes import SHAPES, THEMES, RenderJob
from tests.faults.rounds import rounds

pytestmark = pytest.mark.browser
LEAST = 28  # pixels of a letter, so that a phone shows it readable
SEEN = """() => {
  const shown = nodes => [...document.querySelectorAll(nodes)]
    .filter(node => node.getClientRects().length);
  const box = node => node.getBoundingClientRect();
  const words = shown("h1, .kicker, .legend :is(span, button), .credit span");
  const foot = box(document.querySelector(".credit")).top;
  return {
    headline: document.querySelector("h1").innerText,
    letters: Math.min(...words.map(node =>
      parseFloat(getComputedStyle(node).fontSize) * devicePixelRatio)),
    outside: words.filter(node => box(node).left < 0 || box(node).right > innerWidth + 1
      || box(node).bottom > innerHeight + 1).map(node => node.textContent),
    covered: shown(".legend li").filter(node => box(node).bottom > foot + 1).length,
    keys: shown(".legend li").length,
    credit: document.querySelector(".credit").innerText,
    bar: box(document.querySelector(".track")).width,
    done: getComputedStyle(document.querySelector(".track"), "::before").width,
    map: box(document.querySelector(".frame")).height / innerHeight,
  };
}"""
SAMPLE = [("ru", "border", "1x1")]  # the longest words, the least room
KINDS = [*product(("ar", "ru", "en"), ("border", "almaty", "membership"), SHAPES)]


@pytest.mark.parametrize(("language", "name", "shape"), rounds(SAMPLE, KINDS))
def test_words_are_whole_and_large_at_every_change(
    browser, atlas, language, name, shape
):
    job = RenderJob(atlas / language / f"{name}.html", SHAPES[shape], "light")
    with open_page(browser, job) as page:
        story, _ = find_story(page)
        fix_layout(page, story, keeps_room=True)
        for tick in story:
            page.evaluate(READ, tick)
            seen = page.evaluate(SEEN)
            assert seen["letters"] >= LEAST
            assert not seen["outside"]
            assert not seen["covered"]
            assert seen["map"] >= 0.3


def test_a_picture_has_headline_key_credit_and_the_bar_of_time(browser, atlas):
    job = RenderJob(atlas / "en" / "membership.html", SHAPES["1x1"], "dark", ("2012",))
    with open_page(browser, job) as page:
        fix_layout(page, [0, 20, 34], keeps_room=False)
        page.evaluate(READ, 20)
        seen = page.evaluate(SEEN)
    assert seen["headline"].startswith("2012:")
    assert seen["keys"] > 2
    assert "OpenStreetMap" in seen["credit"]
    assert "ago" not in seen["credit"]
    share = float(seen["done"].removesuffix("px")) / seen["bar"]
    assert share == pytest.approx(20 / 34, abs=0.01)


@pytest.fixture
def page_of_map(made, tmp_path):
    """Return the page of the small made map, in a folder that can be written to."""
    page = tmp_path / "en" / "membership.html"
    page.parent.mkdir()
    copy(made / "en" / "membership.html", page)
    return page


def test_a_tick_gets_a_picture_of_its_shape_in_its_theme(browser, page_of_map):
    shades = {}
    for theme in THEMES:
        job = RenderJob(page_of_map, SHAPES["9x16"], theme, ("2012",))
        (path,) = make_job(browser, job)
        with Image.open(path) as picture:
            assert picture.size == (1080, 1920)
            assert len(picture.convert("P").getcolors()) > 5  # something is drawn
            shades[path.name] = picture.convert("L").getpixel((5, 5))
    assert [*shades] == ["membership-2012-9x16.png", "membership-2012-9x16-dark.png"]
    light, dark = shades.values()
    assert light > 200 > 60 > dark


def test_a_story_is_told_in_two_light_files(browser, page_of_map):
    job = RenderJob(page_of_map, SHAPES["1x1"], "light", has_story=True)
    paths = {path.suffix: path for path in make_job(browser, job)}
    assert {*paths} == {".png", ".mp4", ".webp"}
    assert all(path.stat().st_size <= MOST_BYTES for path in paths.values())
    with open_page(browser, job) as page:
        story, _ = find_story(page)
    with Image.open(paths[".webp"]) as animation:
        assert animation.n_frames == len(story) > 2
    with av.open(paths[".mp4"]) as film:
        assert float(film.duration / av.time_base) >= REST_MS / 1000
