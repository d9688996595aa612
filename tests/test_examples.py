"""The example data sets: built as the default is, and true to the record."""

import gzip
import re
from datetime import date
from itertools import product

import pytest

from csto_atlas.events.dates import contains
from csto_atlas.maps.content.headlines import count_bound
from csto_atlas.maps.i18n.messages import capitalise
from tests.browser.faults import find_faults
from tests.browser.test_states import READ
from tests.conftest import EXAMPLES
from tests.faults.rounds import rounds

# Members on 31 December, as the organisations themselves count them.
MEMBERS = {
    "gcc": {1981: 6, 1990: 6, 2000: 6, 2017: 6, 2026: 6},
    "nato": {
        1949: 12, 1951: 12, 1952: 14, 1954: 14, 1955: 15, 1966: 15, 1974: 15, 1981: 15,
        1982: 16, 1998: 16, 1999: 19, 2003: 19, 2004: 26, 2008: 26, 2009: 28, 2016: 28,
        2017: 29, 2019: 29, 2020: 30, 2022: 30, 2023: 31, 2024: 32, 2026: 32,
    },
}  # fmt: skip


def count_members(dataset, day):
    counting = {status.id for status in dataset.statuses if status.counts}
    rows = [
        row
        for row in dataset.memberships
        if row.organisation == dataset.meta.organisation and contains(row.period, day)
    ]
    return sum(row.status in counting for row in rows)


def state_of(example, code, day):
    rows = (
        row
        for row in example.facts.world.dataset.memberships
        if (row.organisation, row.code) == (example.organisation, code)
    )
    return next((r.status for r in rows if contains(r.period, day)), None)


def test_every_page_of_every_language_is_built(example):
    pages = {path.relative_to(example.atlas).as_posix() for path in
             example.atlas.glob("**/*.html")}  # fmt: skip
    expected = {f"{language}/membership.html" for language in example.languages}
    assert pages == expected | {"index.html"}


def test_the_first_language_is_the_first_of_the_gallery(example):
    gallery = (example.atlas / "index.html").read_text(encoding="utf-8")
    first, direction = {"gcc": ("ar", "rtl"), "nato": ("en", "ltr")}[example.name]
    assert example.languages[0] == first
    assert f'<html lang="{first}" dir="{direction}"' in gallery
    sections = re.findall(r'<section id="(\w+)"', gallery)
    assert tuple(sections) == example.languages


def test_the_members_of_each_year_are_those_of_the_record(example):
    dataset = example.facts.world.dataset
    for year, members in MEMBERS[example.name].items():
        day = min(date(year, 12, 31), dataset.meta.as_of)
        assert count_members(dataset, day) == members, year


def test_every_member_is_drawn_and_counted_on_the_map(example):
    facts = example.facts
    counts = count_bound(
        facts.state_changes.states.values(), facts.world.dataset.statuses, facts.ticks
    )
    shown = {int(facts.ticks[index].id): number for index, number in counts}
    for year, members in MEMBERS[example.name].items():
        last = max(start for start in shown if start <= year)
        assert shown[last] == members, year


def test_every_row_and_every_event_cites_what_it_goes_back_to(example):
    dataset = example.facts.world.dataset
    assert len(dataset.events) > 25
    for record in (*dataset.memberships, *dataset.events, *dataset.organisations):
        assert record.sources
    for event in dataset.events:
        assert all(figure.sources for figure in event.figures)


def test_nothing_is_listed_that_nothing_uses(example):
    dataset = example.facts.world.dataset
    used = {
        *dataset.meta.protection.sources,
        *(s for o in dataset.organisations for s in o.sources),
        *(s for row in dataset.memberships for s in row.sources),
        *(s for event in dataset.events for s in event.sources),
        *(s for e in dataset.events for f in e.figures for s in f.sources),
    }
    assert {source.id for source in dataset.sources} == used
    held = {row.status for row in dataset.memberships}
    assert {status.id for status in dataset.statuses} == held


def test_headlines_and_titles_keep_to_their_length(example):
    for event in example.facts.world.dataset.events:
        assert all(len(text) <= 110 for text in event.title.values()), event.id
        for text in (event.headline or {}).values():
            assert len(text) <= 60, event.id


def test_a_page_weighs_at_most_90_kb(example, weighed):
    for language in example.languages:
        page = (example.atlas / language / "membership.html").read_bytes()
        what = f"{example.name}: {language}/membership.html, gzip -9"
        weighed(what, len(gzip.compress(page, 9)), 90_000, "bytes")


def test_nothing_speaks_of_what_a_data_set_has_not(example):
    page = (example.atlas / "en" / "membership.html").read_text(encoding="utf-8")
    gallery = (example.atlas / "index.html").read_text(encoding="utf-8")
    still = example.atlas / "stills" / "en" / "membership-2026.svg"
    for text in (page, gallery, still.read_text(encoding="utf-8")):
        assert "as recognised by the UN General Assembly." in text
        assert "areas hatched" not in text
        assert "Hatching marks" not in text
    assert "Other accounts in the press" not in page
    tables = {path.name for path in (example.atlas / "data").iterdir()}
    has_figures = any(event.figures for event in example.facts.world.dataset.events)
    memberships = example.facts.world.dataset.memberships
    others = {row.organisation for row in memberships} - {example.organisation}
    assert tables == {
        *("memberships.csv", "events.csv", "requests.csv", "sources.csv"),
        *(["organisations.csv"] if others else []),
        *(["figures.csv"] if has_figures else []),
        *("territories.geojson", "events.geojson", "datapackage.json", "atlas.xlsx"),
    }


def test_the_readme_says_how_to_build_it(example):
    text = (example.data / "README.md").read_text(encoding="utf-8")
    assert f"python build.py --data examples/{example.name}" in text
    assert "CC BY 4.0" in text
    for link in re.findall(r"\]\((?!http)([^)#]+)\)", text):
        assert (example.data / link).exists(), link


WHO_WAS_WHAT = [
    ("nato", "FRA", "1960-01-01", "member"),
    ("nato", "FRA", "1966-12-31", "outside-command"),
    ("nato", "FRA", "2009-04-04", "member"),
    ("nato", "GRC", "1979-12-31", "outside-command"),
    ("nato", "GRC", "1980-12-31", "member"),
    ("nato", "ESP", "1998-12-31", "outside-command"),
    ("nato", "ESP", "1999-12-31", "member"),
    ("nato", "DEU", "1954-12-31", "invitee"),
    ("nato", "EST", "2004-03-28", "invitee"),
    ("nato", "EST", "2004-03-29", "member"),
    ("nato", "SWE", "2023-12-31", "invitee"),
    ("nato", "GRL", "2026-03-06", "territory"),
    ("nato", "BIH", "2017-12-31", None),
    ("nato", "IRL", "2026-03-06", None),
    ("gcc", "QAT", "2018-12-31", "defence-member"),
    ("gcc", "KWT", "1990-08-02", "member"),
    ("gcc", "YEM", "2002-12-31", "participant"),
    ("gcc", "JOR", "2012-12-31", None),
]


@pytest.mark.parametrize("example", EXAMPLES, indirect=True)
def test_a_state_was_what_the_record_says(example):
    for name, code, day, status in WHO_WAS_WHAT:
        if name == example.name:
            assert state_of(example, code, date.fromisoformat(day)) == status, code


def test_a_strike_on_a_member_is_covered_and_one_before_the_treaty_is_not(example):
    findings = example.facts.world.findings
    before, after = {
        "gcc": ("invasion-of-kuwait-1990", "doha-strike-2025"),
        "nato": ("treaty-signed-1949", "attack-2001"),
    }[example.name]
    assert findings[before].answer == "not-covered"
    assert findings[after].answer == "covered"


# In a browser.


def expected_state(example, code, day):
    rows = (
        row
        for row in example.facts.world.dataset.memberships
        if (row.organisation, row.code) == (example.organisation, code)
    )
    return next((r.status for r in rows if contains(r.period, day)), "none")


@pytest.mark.browser
def test_every_tick_shows_every_state(open_page, example):
    ticks = example.facts.ticks
    orders = [*range(len(ticks)), *range(len(ticks) - 1, -1, -5)]
    for language in rounds(example.languages[:1], example.languages):
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


@pytest.mark.browser
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
        ("en", "1967", "15 members, including one outside the integrated command"),
        ("en", "2026", "32 members"),
        ("ar", "2024", "32 دولة عضواً"),
    ],
}


@pytest.mark.browser
def test_the_line_of_counts_tells_the_members(open_page, example):
    for language, tick, words in SUMMARIES[example.name]:
        page = open_page(f"{example.atlas}/{language}/membership.html#t={tick}")
        assert page.inner_text("#summary").startswith(words), (language, tick)


@pytest.mark.browser
def test_the_gallery_opens_in_the_first_language(open_page, example):
    page = open_page(f"{example.atlas}/index.html", locale="fi-FI")
    first = example.languages[0]
    assert page.locator("main > section:visible").get_attribute("id") == first
    assert page.evaluate("document.documentElement.lang") == first


@pytest.mark.browser
def test_axe_finds_nothing(open_page, example):
    last = len(example.facts.ticks) - 1
    looks = [(320, "dark"), (768, "light")]
    samples = rounds(
        [(example.languages[0], looks[EXAMPLES.index(example.name)])],
        [*product(example.languages, looks)],
    )
    for language, (width, scheme) in samples:
        page = open_page(
            f"{example.atlas}/{language}/membership.html",
            width=width,
            color_scheme=scheme,
        )
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        for tick in (0, last):
            page.evaluate(READ, tick)
            assert find_faults(page) == [], tick


@pytest.mark.browser
def test_it_asks_for_nothing(open_page, example):
    page = open_page(f"{example.atlas}/{example.languages[0]}/membership.html")
    own = (f"file://{example.atlas}", "data:")
    assert all(address.startswith(own) for address in page.requests)
    assert not page.problems
