"""The page shows at every tick what the data say, and nothing else."""

import pytest

from events.dates import contains
from maps.marks import phase
from tests.conftest import LANGUAGES

pytestmark = pytest.mark.browser

READ = """tick => {
  const input = document.getElementById("time");
  input.value = tick;
  input.dispatchEvent(new Event("input", {bubbles: true}));
  const read = (attribute, value) => Object.fromEntries(
    [...document.querySelectorAll(`#scene [${attribute}]`)].map(
      node => [node.getAttribute(attribute), node.getAttribute(value)]));
  return {
    tick: document.documentElement.dataset.tick,
    said: input.getAttribute("aria-valuetext"),
    headline: document.getElementById("headline").textContent,
    states: read("data-code", "data-state"),
    labels: read("data-label", "data-state"),
    areas: read("data-area", "data-state"),
    events: read("data-event", "data-phase"),
    panel: [...document.querySelectorAll("#panel [data-entry]")].map(
      node => node.dataset.entry),
  };
}"""


def expected_state(dataset, code, day):
    """Ask the intervals themselves, without ticks or slices."""
    held = [
        row.status
        for row in dataset.memberships
        if row.code == code and row.organisation == "csto" and contains(row.period, day)
    ]
    return held[0] if held else "none"


def expected_area(dataset, area, day):
    rows = [r for r in dataset.areas if r.area == area and contains(r.period, day)]
    return rows[0].status if rows else "none"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_tick_shows_every_state(open_page, atlas, facts, language):
    page = open_page(f"{atlas}/{language}/membership.html")
    dataset = facts.world.dataset
    orders = [*range(len(facts.ticks)), *reversed(range(0, len(facts.ticks), 3))]
    for index in orders:
        tick, seen = facts.ticks[index], page.evaluate(READ, index)
        assert seen["tick"] == seen["said"] == tick.id
        assert seen["headline"].startswith(f"{tick.id}: ")
        assert len(seen["states"]) > 60
        for code, state in seen["states"].items():
            assert state == expected_state(dataset, code, tick.day), (tick.id, code)
        for code, state in seen["labels"].items():
            assert state == seen["states"][code]
        for area, state in seen["areas"].items():
            assert state == expected_area(dataset, area, tick.day), (tick.id, area)
        for event, shown in seen["events"].items():
            assert shown == phase(facts.spans[event], index)
        now = {e for e, span in facts.spans.items() if phase(span, index) == "now"}
        assert set(seen["panel"]) == now
    assert not page.problems


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_opens_on_the_latest_tick(open_page, atlas, facts, language):
    page = open_page(f"{atlas}/{language}/membership.html")
    assert page.get_attribute("html", "data-tick") == "2026"
    assert page.get_attribute('[data-code="ARM"]', "data-state") == "frozen"
    assert page.input_value("#time") == str(len(facts.ticks) - 1)


@pytest.mark.parametrize(
    ("language", "headline", "count"),
    [
        ("en", "2012: Uzbekistan suspends its membership", "Six members"),
        ("ar", "2012: أوزبكستان تعلّق عضويتها", "ست دول أعضاء"),
    ],
)
def test_the_headline_tells_the_year(open_page, atlas, language, headline, count):
    page = open_page(f"{atlas}/{language}/membership.html#t=2012")
    assert page.inner_text("#headline") == headline
    assert page.inner_text("#summary").startswith(count)
    assert "UZB" not in page.inner_text("body")


def test_the_legend_counts_what_is_on_the_map(open_page, atlas):
    page = open_page(f"{atlas}/en/membership.html#t=1999")
    counts = page.evaluate(
        "() => Object.fromEntries([...document.querySelectorAll('[data-count]')]"
        ".map(n => [n.dataset.count, Number(n.textContent)]))"
    )
    assert counts["party"] == 6
    assert counts["lapsed"] == 3
    assert counts["member"] == 0


def test_another_organisation_is_outlined_as_of_the_tick(open_page, atlas):
    page = open_page(f"{atlas}/en/membership.html#t=2003")
    outlined = (
        "() => [...document.querySelectorAll('[data-outline].on')]"
        ".map(n => n.dataset.outline).sort()"
    )
    page.select_option("#compare", "guam")
    assert page.evaluate(outlined) == ["AZE", "GEO", "MDA", "UKR", "UZB"]
    page.evaluate(READ, 14)
    assert page.evaluate(outlined) == ["AZE", "GEO", "MDA", "UKR"]
    assert page.is_visible('[data-note="guam"]')
    page.select_option("#compare", "")
    assert page.evaluate(outlined) == []
