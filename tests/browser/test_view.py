"""Whose borders: the law's or whoever holds the ground; and how close."""

import gzip
import re

import pytest

from tests.browser.waiting import rest
from tests.conftest import LANGUAGES, MAPS
from tests.faults.rounds import pairs

pytestmark = pytest.mark.browser
SHOWN = """() => Object.fromEntries([...document.querySelectorAll("[data-held]")]
  .filter(node => node.checkVisibility()).map(
    node => [node.dataset.held, node.dataset.state]))"""


@pytest.mark.parametrize(("name", "language"), pairs(MAPS, LANGUAGES, turn=2))
def test_the_law_is_the_default_and_is_printed(open_page, atlas, language, name):
    page = open_page(f"{atlas}/{language}/{name}.html")
    assert page.get_attribute("html", "data-view") == "un"
    assert page.locator(".credit .only-un").is_visible()
    assert not page.locator(".credit .only-control").is_visible()
    assert page.evaluate(SHOWN) == {}
    assert "view" not in page.evaluate("location.hash")


def test_the_choice_goes_into_the_address_and_comes_back(open_page, made):
    page = open_page(f"{made}/en/membership.html#t=1994")
    page.select_option("#view", "control")
    rest(page, 250)
    assert page.evaluate("location.hash") == "#t=1994&view=control"
    assert page.evaluate(SHOWN) == {"valley": "other"}
    assert not page.locator('[data-area="valley"]').is_visible()
    page.evaluate("location.hash = '#t=1992&view=control'")
    page.wait_for_selector("html[data-tick='1992']")
    assert page.evaluate(SHOWN) == {}
    page.evaluate("location.hash = '#t=1994'")
    page.wait_for_selector("html[data-view='un']")
    assert page.input_value("#view") == "un"


def test_the_mouse_names_who_held_an_area(open_page, made):
    page = open_page(f"{made}/en/membership.html#t=1994&view=control")
    page.locator('[data-held="valley"]').hover()
    assert page.inner_text("#tip") == "Something happened, held by hill"


def test_the_other_language_keeps_the_view(open_page, atlas):
    page = open_page(f"{atlas}/en/border.html#t=2019&view=control")
    page.click('a[hreflang="ar"]')
    page.wait_for_url("**/ar/border.html#t=2019&view=control")
    assert page.get_attribute("html", "data-view") == "control"


@pytest.mark.parametrize("view", ["", "law", "UN", "control2"])
def test_a_bad_view_is_the_default(open_page, atlas, view):
    page = open_page(f"{atlas}/en/border.html#t=2019&view={view}")
    assert page.get_attribute("html", "data-view") == "un"
    assert page.get_attribute("html", "data-tick") == "2019"
    assert not page.problems


RULE = re.compile(r"[^{}<>]+\{[^{}]*\}")
PARTS = [
    re.compile(part, re.DOTALL)
    for part in (
        r'<g class="held">.*?</g>',
        r'"held":\{.*?\]\]\},',
        r'"titles":\{.*?\},',
        r'<span class="?only-control"?>.*?</span>',
        r'<li class="?only-control"?[^>]*>.*?(?=<li)',
        r'<label>[^<]*<select id="?view"?>.*?</label>',
    )
]


def is_of_the_switch(rule):
    return any(word in rule for word in ("only-un", "only-control", ".held"))


@pytest.mark.parametrize("name", MAPS)
def test_the_switch_weighs_at_most_4_kb(atlas, name, weighed):
    whole = (atlas / "ar" / f"{name}.html").read_text(encoding="utf-8")
    without = whole
    for part in PARTS:
        without, found = part.subn("", without)
        assert found, part.pattern
    head, body = without.split("</head>")
    head = RULE.sub(lambda rule: "" if is_of_the_switch(rule[0]) else rule[0], head)
    sizes = [
        len(gzip.compress(text.encode(), 9)) for text in (whole, f"{head}</head>{body}")
    ]
    weighed(f"{name}, switch of the view", sizes[0] - sizes[1], 4096, "bytes")
