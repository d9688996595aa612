"""A map of a part of its ticks: `from=` and `to=`."""

import pytest

from tests.browser.modules import open_module
from tests.browser.waiting import rest

pytestmark = pytest.mark.browser
AXIS = """() => [...document.querySelectorAll("#graph .axis")]
  .map(node => node.textContent)"""


@pytest.fixture(scope="module")
def ranges(browser):
    page = open_module(browser, "range.js")
    ticks = "[1999, 2000, 2001].map(String)"
    yield lambda hash: page.evaluate(f"hash => readRange(hash, {ticks})", hash)
    page.close()


@pytest.mark.parametrize(
    ("hash", "found"),
    [
        ("", [0, 2]),
        ("#from=2000", [1, 2]),
        ("#t=2001&to=2000", [0, 1]),
        ("#from=2000&to=2001.", [1, 2]),
        ("#from=2001&to=1999", [0, 2]),
        ("#from=2000&to=2000", [0, 2]),
        ("#from=1789&to=x", [0, 2]),
    ],
)
def test_a_range_of_no_two_ticks_is_that_of_all(ranges, hash, found):
    assert ranges(hash) == found


def test_slider_buttons_and_axis_keep_to_the_range(open_page, made):
    page = open_page(f"{made}/en/membership.html#from=1999&to=2010")
    page.wait_for_selector("#graph .axis")
    tick = "document.documentElement.dataset.tick"
    assert page.evaluate(tick) == "2010"  # the first view is of 2026
    assert page.get_attribute("#next", "aria-disabled") == "true"
    page.focus("#time")
    page.keyboard.press("Home")
    assert page.evaluate(tick) == "1999"
    page.click("#previous-change", force=True)
    assert page.evaluate(tick) == "1999"
    years = [int(label) for label in page.evaluate(AXIS)]
    assert (min(years), max(years)) == (1999, 2010)
    assert page.locator("[data-call], #marks button").count() == 0
    rest(page, 250)
    assert page.evaluate("location.hash") == "#t=1999&from=1999&to=2010"
    assert not page.problems


def test_play_ends_where_the_range_does(open_page, made):
    page = open_page(f"{made}/en/membership.html#t=2008&to=2009")
    page.click("#play")
    page.wait_for_selector("html[data-tick='2009']")
    assert page.get_attribute("#play", "aria-label") == "Play"


def test_lanes_of_a_range_show_what_holds_in_it(open_page, atlas):
    page = open_page(f"{atlas}/en/membership.html#from=2000&to=2002")
    page.wait_for_selector("#graph .lane")
    states = page.eval_on_selector_all(
        "#graph .lane", "nodes => nodes.map(node => node.dataset.state)"
    )
    assert "party" in states  # nobody was a member yet
    assert "member" not in states
    left, right = page.evaluate(
        """() => [...document.querySelectorAll("#graph .lane path")]
          .map(path => path.getBoundingClientRect())
          .reduce(([a, b], box) => [Math.min(a, box.left), Math.max(b, box.right)],
                  [Infinity, 0])"""
    )
    box = page.locator("#time").bounding_box()
    assert left >= box["x"] - 1
    assert right <= box["x"] + box["width"] + 1
