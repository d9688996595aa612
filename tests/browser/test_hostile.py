"""Text from the data stays text, whatever it looks like."""

import pytest

from csto_atlas.maps.content.map_view import draw_map
from csto_atlas.maps.i18n.isolates import isolate
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.page.addresses import Site
from csto_atlas.maps.page.render import render_page
from tests.faults.rounds import pairs, rounds
from tests.made.worlds import COUNTRIES, make_world
from tests.maps.page.test_render import HOSTILE, NAMES

pytestmark = pytest.mark.browser
CODES = [*HOSTILE, "N. Cyprus", "</svg>", "a b'c\"d", "#t1", "__proto__", "constructor"]


def write_page(folder, text, code, language="en"):
    world = make_world(text, code)
    drawn = draw_map(world, Texts(language, COUNTRIES), NAMES)
    html = render_page(drawn, Site("https://maps.example.org/"))
    path = folder / "membership.html"
    path.write_text(html, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(("text", "language"), pairs(HOSTILE, ["en", "ar"]))
def test_hostile_text_is_shown_and_never_run(open_page, tmp_path, text, language):
    page = open_page(write_page(tmp_path, text, "AAA", language) + "#t=1992")
    assert page.evaluate("window.hacked") is None
    isolated = isolate(text, page.evaluate("document.documentElement.dir"))
    assert page.text_content("#headline") == f"1992: {isolated}"
    assert page.text_content("#panel [data-entry]:not([hidden]) h3") == isolated
    assert page.text_content("#panel .figures li").count(text) >= 2
    assert page.text_content("#panel .source cite") == text
    assert page.locator("img").count() == 0
    assert len([url for url in page.requests if not url.startswith("data:")]) == 1
    assert not page.problems


@pytest.mark.parametrize("code", rounds(CODES[::3], CODES))
def test_a_territory_may_have_any_name_for_a_code(open_page, tmp_path, code):
    page = open_page(write_page(tmp_path, "Something", code))
    states = page.evaluate(
        "() => Object.fromEntries([...document.querySelectorAll('[data-code]')]"
        ".map(n => [`code ${n.dataset.code}`, n.dataset.state]))"
    )
    assert states == {f"code {code}": "frozen", "code BBB": "none", "code CCC": "none"}
    page.focus("#time")
    page.keyboard.press("Home")
    first = page.locator("[data-code]").evaluate_all(
        "(nodes, code) => nodes.find(n => n.dataset.code === code).dataset.state", code
    )
    assert first == "member"
    page.evaluate("code => document.querySelector('[data-select]').click()", code)
    assert page.text_content("#panel h2") == code
    assert not page.problems
