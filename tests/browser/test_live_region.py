"""What a screen reader says by itself: of a step, and of a territory."""

import pytest

from tests.browser.modules import open_module
from tests.browser.waiting import rest

pytestmark = pytest.mark.browser

DATA = {
    "labels": ["1999", "2000", "2001"],
    "headlines": [[0, "first"], [1, "second"], [2, "third, $& and all"]],
    "states": {"AAA": [[0, "in"], [2, "out"]], "BBB": [[0, "none"], [1, "in"]]},
    "contingents": {"CCC": [[0, "none"], [2, "home"]]},
    "names": {"AAA": "Aland", "BBB": "Beland", "CCC": "Celand"},
    "stateLabels": {
        "none": "nothing",
        "in": "member",
        "out": "left",
        "home": "home",
        "disputed": "disputed",
        "drawn": "drawn",
        "guarded": "guarded",
    },
    "areas": {"valley": [[0, "disputed"], [2, "none"]]},
    "lands": {"valley": "AAA"},
    "held": {"valley": [[0, "in"], [1, "out"]]},
    "lines": {"ridge": [[0, "none"], [1, "drawn"]]},
    "objects": {"bridge": [[0, "guarded"], [2, "none"]]},
    "routes": {"one": [[0, "none"], [2, "moving"]], "two": [[0, "done"]]},
    "titles": {"valley": "Valley", "ridge": "Ridge", "bridge": "Bridge"},
    "since": {"0": ", since 1999", "1": ", since 2000", "2": ", since 2001"},
    "earlier": {"AAA": ", since 1990"},
    "texts": {
        "headline": "{tick}: {headline}",
        "noChange": "No change",
        "over": {
            "areas": "at peace",
            "held": "at peace",
            "lines": "gone",
            "objects": "left alone",
        },
        "routesNow": "Routes: {number}",
        "eventsNow": "Events: {number}",
        "list": "; ",
    },
}
REGION = "self.live = makeLiveRegion(spoken, (from, to) => `${from}-${to}`);"


@pytest.fixture(scope="module")
def page(browser):
    page = open_module(browser, "spoken.js")
    yield page
    page.close()


@pytest.fixture
def region(browser):
    page = open_module(browser, "live_region.js", "<p id='spoken'></p>")
    page.evaluate(f"() => {{ {REGION} }}")
    yield page
    page.close()


STEP = """([from, to, view, isNamed, data]) => describeStep(
  from, to, {...data, events: new Map(data.events)}, view, isNamed)"""
OTHERS = "Valley: at peace; Bridge: left alone; Routes: 2; Events: 2"


def step(page, start, end, view="un", is_named=False):
    """Return what is said of a step; there are two events, both at the last tick."""
    data = {**DATA, "events": [["feast", [2, 2]], ["fair", [1, 2]]]}
    return page.evaluate(STEP, [start, end, view, is_named, data])


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (0, 1, "2000: second. Beland: member; Ridge: drawn; Events: 1."),
        (1, 2, f"2001: third, $& and all. Aland: left; Celand: home; {OTHERS}."),
        (2, 2, "2001: third, $& and all. No change."),
    ],
)
def test_a_step_is_its_headline_and_all_that_changes(page, start, end, said):
    assert step(page, start, end) == said


def test_a_step_back_says_what_is_no_longer_there(page):
    assert "Ridge: gone" in step(page, 1, 0)


def test_a_change_of_who_holds_an_area_is_said_where_it_is_seen(page):
    assert "Valley" not in step(page, 0, 1)
    assert "Valley: left" in step(page, 0, 1, view="control")


def test_a_step_whose_name_is_heard_already_begins_with_what_is_new(page):
    assert step(page, 0, 1, is_named=True).startswith("Second. Beland: member")


def test_a_headline_that_says_so_is_not_said_again(page):
    data = {**DATA, "events": [], "headlines": [[0, "no change"]]}
    said = page.evaluate(STEP, [2, 2, "un", True, data])
    assert said == "No change."


@pytest.mark.parametrize(
    ("code", "tick", "said"),
    [
        ("AAA", 1, "Aland: member, since 1990; Valley: disputed"),
        ("AAA", 2, "Aland: left, since 2001"),
        ("BBB", 0, "Beland: nothing"),
        ("CCC", 2, "Celand: nothing; home"),
        ("CCC", 0, "Celand: nothing"),
    ],
)
def test_a_territory_is_its_name_what_it_is_and_since_when(page, code, tick, said):
    script = "([code, tick, data]) => describeTerritory(code, tick, data)"
    assert page.evaluate(script, [code, tick, DATA]) == said


def test_only_the_last_of_quick_steps_is_said_from_where_they_began(region):
    steps = "live.step(1, 2); live.step(2, 3); live.step(3, 4)"
    assert region.evaluate(f"() => {{ {steps}; return spoken.textContent }}") == ""
    rest(region, 300)
    assert region.inner_text("#spoken") == "1-4"


def test_a_step_after_a_rest_begins_where_the_last_one_ended(region):
    region.evaluate("live.step(1, 2)")
    rest(region, 300)
    region.evaluate("live.step(2, 3)")
    rest(region, 300)
    assert region.inner_text("#spoken") == "2-3"


def test_what_is_said_at_once_takes_the_place_of_a_step(region):
    region.evaluate("() => { live.step(1, 2); live.speak('Aland'); }")
    assert region.inner_text("#spoken") == "Aland"
    rest(region, 300)
    assert region.inner_text("#spoken") == "Aland"
