"""Names on the maps: whole, uncovered, on no other state with a status, at any size."""

import pytest

from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.timeline.changes import says_something
from tests.browser.names import (
    FAULTS,
    ask,
    find_name_faults,
    find_unnamed,
    walk_views,
)
from tests.browser.waiting import rest
from tests.conftest import EXAMPLES, LANGUAGES, MAPS
from tests.faults.rounds import pairs, rounds

pytestmark = pytest.mark.browser
WIDE = [(1280, 860), (768, 1024), (800, 450)]
SIZES = [(390, 844), *WIDE]
EVERY = [*SIZES, (320, 568), (360, 640), (1024, 768), (1920, 1080)]
# An embed of the size of a phone is the phone's size: (360, 640).


def chosen_sizes(number):
    """Return all sizes for `make proof`; else two that differ from test to test."""
    return rounds([SIZES[number % 4], SIZES[(number + 1) % 4]], EVERY)


def chosen_ticks(facts):
    last = len(facts.ticks) - 1
    return rounds([0, last // 2, facts.start], range(0, last + 1, 1 + last // 40))


def find_faults(open_page, path, sizes, ticks):
    """Return the faults of all views of a page, by kind, each with its view."""
    found = {kind: [] for kind in FAULTS}
    for width, height in sizes:
        # Without animation: a busy machine may take its time for one.
        page = open_page(path, width=width, height=height, reduced_motion="reduce")
        for view in walk_views(page, ticks=ticks):
            for kind, names in find_name_faults(page).items():
                found[kind].append((f"{width} x {height}, {view}", names))
    return {kind: views for kind, views in found.items() if views}


# A smallest frame has numbers of contingents beside those of aircraft.
@pytest.mark.parametrize(
    ("language", "size"), rounds([("ar", EVERY[4])], pairs(LANGUAGES, EVERY))
)
def test_no_number_touches_another_or_a_name_on_any_day(
    open_page, atlas, all_facts, language, size
):
    path = f"{atlas}/{language}/almaty.html"
    page = open_page(path, width=size[0], height=size[1])
    rest(page, 120)
    for tick in range(len(all_facts["almaty"].ticks)):
        ask(page, "go", tick)
        assert ask(page, "measure")["touching"] == [], tick


PAGES = pairs(MAPS, LANGUAGES)


@pytest.mark.parametrize(("name", "language"), PAGES)
def test_no_name_is_cut_covered_or_astray(
    open_page, atlas, all_facts, name, language, weighed
):
    sizes = chosen_sizes(PAGES.index((name, language)))
    path = f"{atlas}/{language}/{name}.html"
    found = find_faults(open_page, path, sizes, chosen_ticks(all_facts[name]))
    assert found == {}
    weighed(f"{language}/{name}.html, names cut or astray", len(found), 0, "kinds")


@pytest.mark.parametrize(
    ("language", "size"),
    pairs(LANGUAGES, [(1280, 860), (1024, 768), (768, 1024), (1920, 1080)]),
)
def test_all_of_russia_has_few_lines_and_the_names_of_members(
    open_page, atlas, language, size
):
    page = open_page(
        f"{atlas}/{language}/membership.html", width=size[0], height=size[1]
    )
    page.click('[data-preset="russia"]')
    rest(page, 120)
    found = ask(page, "measure")
    assert len(found["led"]) <= 3
    assert {"RUS", "KAZ", "ARM", "KGZ"} <= {*found["shown"]}
    assert find_name_faults(page) == {}


WIDE_FRAMES = pairs(LANGUAGES, [(1280, 860), (768, 1024), (1024, 768)])


@pytest.mark.parametrize(
    ("language", "size"),
    rounds([("en", (1280, 860)), ("ru", (768, 1024))], WIDE_FRAMES),
)
def test_the_first_view_by_years_has_at_most_three_leader_lines(
    open_page, atlas, language, size
):
    page = open_page(
        f"{atlas}/{language}/membership.html", width=size[0], height=size[1]
    )
    rest(page, 120)
    for tick in rounds([0, 12, 34], range(35)):
        ask(page, "go", tick)
        assert len(ask(page, "measure")["led"]) <= 3, tick


@pytest.mark.parametrize(("name", "language"), PAGES)
def test_every_state_that_changes_is_named_if_it_has_room(
    open_page, atlas, all_facts, name, language
):
    path = f"{atlas}/{language}/{name}.html"
    check_changes(open_page, path, all_facts[name], language)


def test_every_state_of_an_example_that_changes_is_named(open_page, example):
    language = example.languages[0]
    path = f"{example.atlas}/{language}/membership.html"
    check_changes(open_page, path, example.facts, language)


def check_changes(open_page, path, facts, language):
    """Fail if a state that changes at any tick has room for its name and has none."""
    texts = Texts(language, facts.countries)
    names = {code: texts.territory(code) for code in facts.state_changes.states}
    changes = facts.state_changes.states.values()
    ticks = sorted({tick for runs in changes for tick, _ in runs if tick})
    for width, height in rounds(SIZES[:2], EVERY):
        page = open_page(path, width=width, height=height)
        rest(page, 120)
        for tick in ticks:
            assert find_unnamed(page, tick, names) == [], (width, tick)


@pytest.mark.parametrize(("name", "language"), PAGES)
def test_every_state_with_a_status_is_named_at_some_scale(
    open_page, atlas, all_facts, name, language
):
    page = open_page(f"{atlas}/{language}/{name}.html")
    labelled = page.evaluate(
        "[...document.querySelectorAll('[data-label]')].map(n => n.dataset.label)"
    )
    drawn = page.evaluate(
        "[...document.querySelectorAll('.land .focus')].map(n => n.dataset.code)"
    )
    states = all_facts[name].state_changes.states
    focus = {code for code, runs in states.items() if says_something(runs)}
    assert {*drawn} <= focus
    assert {*drawn} - {*labelled} == set()


def test_names_of_the_examples_are_whole_and_at_home(open_page, example):
    number = EXAMPLES.index(example.name)
    ticks = [0, len(example.facts.ticks) - 1]
    for language in rounds(example.languages[:1], example.languages):
        path = f"{example.atlas}/{language}/membership.html"
        assert find_faults(open_page, path, chosen_sizes(number), ticks) == {}


def test_a_name_comes_back_when_the_frame_no_longer_cuts_it(open_page, atlas):
    page = open_page(f"{atlas}/en/membership.html", width=360, height=640)
    rest(page, 120)
    cut = (
        "[...document.querySelectorAll('.label.cut:not(.off)')].map(n => n.textContent)"
    )
    before = page.evaluate(cut)
    assert before
    page.set_viewport_size({"width": 1280, "height": 860})
    rest(page, 300)
    assert {*page.evaluate(cut)} != {*before}
    assert find_name_faults(page) == {}
