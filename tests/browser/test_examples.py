"""The example data sets in a browser: the page shows what the data say."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from events.dates import contains
from maps.texts import capitalise
from tests.browser.test_states import READ

pytestmark = pytest.mark.browser


def expected_state(example, code, day):
    rows = (
        row
        for row in example.facts.world.dataset.memberships
        if (row.organisation, row.code) == (example.organisation, code)
    )
    return next((r.status for r in rows if contains(r.period, day)), "none")


def test_every_tick_shows_every_state(open_page, example):
    ticks = example.facts.ticks
    orders = [*range(len(ticks)), *range(len(ticks) - 1, -1, -5)]
    for language in example.languages:
        page = open_page(f"{example.atlas}/{language}/membership.html")
        for index in orders:
            tick, seen = ticks[index], page.evaluate(READ, index)
            assert seen["tick"] == tick.id
            assert seen["headline"].startswith(capitalise(f"{seen['said']}: "))
            for code, states in seen["states"].items():
                wanted = [expected_state(example, code, tick.day)]
                assert states == wanted, (tick.id, code)
        members = {
            row.code
            for row in example.facts.world.dataset.memberships
            if row.organisation == example.organisation
        }
        assert members <= set(seen["states"])
        assert not page.problems


def test_the_page_opens_on_the_latest_year_in_its_direction(open_page, example):
    for language in example.languages:
        page = open_page(f"{example.atlas}/{language}/membership.html")
        assert page.get_attribute("html", "data-tick") == "2026"
        direction = "rtl" if language == "ar" else "ltr"
        assert page.evaluate("document.documentElement.dir") == direction


SUMMARIES = {
    "gcc": [
        ("ar", "1981", "ست دول أعضاء"),
        ("ar", "2026", "ست دول أعضاء"),
        ("en", "2011", "Six members"),
    ],
    "nato": [
        ("en", "1949", "12 members"),
        ("en", "1967", "15 members, of them one outside the integrated command"),
        ("en", "2026", "32 members"),
        ("ar", "2024", "32 دولة عضواً"),
    ],
}


def test_the_line_of_counts_tells_the_members(open_page, example):
    for language, tick, words in SUMMARIES[example.name]:
        page = open_page(f"{example.atlas}/{language}/membership.html#t={tick}")
        assert page.inner_text("#summary").startswith(words), (language, tick)


def test_the_gallery_opens_in_the_first_language(open_page, example):
    page = open_page(f"{example.atlas}/index.html", locale="fi-FI")
    first = example.languages[0]
    assert page.locator("main > section:visible").get_attribute("id") == first
    assert page.evaluate("document.documentElement.lang") == first


@pytest.mark.parametrize(
    ("width", "scheme"), [(320, "dark"), (768, "light"), (1280, "dark")]
)
def test_axe_finds_nothing(open_page, example, width, scheme):
    last = len(example.facts.ticks) - 1
    for language in example.languages:
        page = open_page(
            f"{example.atlas}/{language}/membership.html",
            width=width,
            color_scheme=scheme,
        )
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        for tick in (0, last):
            page.evaluate(READ, tick)
            options = {"resultTypes": ["violations"]}
            found = Axe().run(page, options=options).response["violations"]
            assert [(rule["id"], tick) for rule in found] == []


def test_it_asks_for_nothing(open_page, example):
    page = open_page(f"{example.atlas}/{example.languages[0]}/membership.html")
    own = (f"file://{example.atlas}", "data:")
    assert all(address.startswith(own) for address in page.requests)
    assert not page.problems
