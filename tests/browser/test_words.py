"""The words of an address, and the state that they stand for."""

import pytest

from tests.browser.modules import open_module

pytestmark = pytest.mark.browser

DATA = """const data = {ticks: ["1999", "2000", "2001"], select: ["ARM"], start: 2,
events: new Map([["signed", [1, 2]]]), range: [0, 2]};"""


CALL = "changesOf(value, knownWords(data, true, ['near'], true), data)"


@pytest.fixture(scope="module")
def run(browser):
    page = open_module(browser, "words.js")
    yield lambda call, value: page.evaluate(
        f"value => {{ {DATA} return {call} }}", value
    )
    page.close()


@pytest.mark.parametrize(
    ("words", "changes"),
    [
        ({"t": "2000"}, {"tick": 1}),
        ({"t": "2050"}, {}),
        ({"select": "ARM"}, {"select": "ARM"}),
        ({"select": ""}, {"select": ""}),
        ({"select": "XYZ"}, {}),
        ({"select": "signed"}, {"select": "signed", "tick": 1}),
        ({"select": "signed", "t": "2001"}, {"select": "signed", "tick": 2}),
        ({"select": "signed", "t": "2050"}, {"select": "signed", "tick": 1}),
        ({"view": "control", "time": "rtl"}, {"view": "control", "time": "rtl"}),
        ({"view": "", "time": ""}, {"time": ""}),
        ({"view": "x", "time": "x", "at": "x", "other": "x"}, {}),
        ({"at": "near"}, {"at": "near"}),
        ({"at": ""}, {"at": ""}),
        ({"theme": "dark"}, {"theme": "dark"}),
        ({"theme": "blue"}, {}),
        ({"board": "calls"}, {"board": "calls"}),
        ({"board": ""}, {"board": ""}),
        ({"board": "x"}, {}),
    ],
)
def test_what_is_not_known_changes_nothing(run, words, changes):
    assert run(CALL, words) == changes


def test_a_page_without_the_list_of_views_has_one_view(run):
    words = {"view": "control", "t": "2000"}
    found = run("changesOf(value, knownWords(data, false), data)", words)
    assert found == {"tick": 1}


@pytest.mark.parametrize(
    ("words", "tick"),
    [({}, "2001"), ({"t": "1999"}, "1999"), ({"select": "ARM"}, "2001"),
     ({"select": "signed"}, None), ({"select": "signed", "t": "1999"}, "1999")],
)  # fmt: skip
def test_an_address_without_a_tick_is_that_of_the_first_or_of_the_event(
    run, words, tick
):
    found = run("withDefaults(value, data)", words)
    assert found.get("t") == tick
    assert found["view"] == "un"
    assert found["select"] == words.get("select", "")


@pytest.mark.parametrize("view", ["un", "control"])
def test_the_default_view_goes_without_saying(run, view):
    others = {"select": "ARM", "time": "", "at": "near"}
    others |= {"theme": "light", "compare": "1999", "board": "calls"}
    state = {"tick": 1, "organisation": "x", "view": view, **others}
    words = {"t": "2000", "view": "" if view == "un" else view, **others}
    assert run("wordsOf(value, data.ticks)", state) == words


@pytest.mark.parametrize(
    ("words", "known"),
    [({"t": "2000"}, True), ({"t": "1999"}, False), ({"select": "signed"}, False)],
)
def test_a_page_of_a_range_knows_only_what_is_in_it(run, words, known):
    narrow = "{...data, range: [1, 2], events: new Map([['signed', [0, 0]]])}"
    changes = run(f"changesOf(value, knownWords({narrow}, true), data)", words)
    assert bool(changes) is known
