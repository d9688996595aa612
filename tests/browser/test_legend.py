"""The legend follows the tick."""

import pytest

from csto_atlas.events.dates import contains
from tests.browser.modules import open_module

pytestmark = pytest.mark.browser

STATES = {
    "AAA": [[0, "in"], [2, "out"]],
    "BBB": [[0, "none"], [1, "in"]],
    "CCC": [[0, "in"]],
}
SENT = {"AAA": [[0, "none"], [1, "there"]]}
MARKUP = """
<ul><li class="empty"><b data-count="in">0</b><li><b data-count="out">0</b></ul>
<p data-standing="AAA"></p>
<ul><li id="outlined" hidden><span></span> <b></b></ul>
<select id="compare"><option value=""></option><option value="club">The Club</select>
"""
SCENE = """
<svg id="map"><g class="areas"><path data-area="valley"/></g>
<g data-event="signed"><use href="#m-act"/></g>
<g data-event="met"><use href="#m-summit"/></g></svg>
<ol><li data-shows=".areas path"><li data-shows="[data-event]:has([href='#m-act'])">
<li data-shows="[data-event]:has([href='#m-summit'])"></ol>
"""
AREAS = {"valley": [[0, "none"], [2, "disputed"]]}
MEMBERS = {"club": [[0, 3], [2, 12]]}


@pytest.fixture(scope="module")
def page(browser):
    page = open_module(browser, "legend.js", MARKUP + SCENE)
    page.evaluate(
        """([states, contingents, memberCounts, areas]) => {
          const events = new Map([["signed", [0, 0]], ["met", [1, 2]]]);
          const stateLabels = {there: "deployed"};
          self.show = makeLegend(document.querySelector("#map"),
            {states, contingents, memberCounts, stateLabels, areas, events});
        }""",
        [STATES, SENT, MEMBERS, AREAS],
    )
    yield page
    page.close()


@pytest.mark.parametrize(
    ("tick", "counts"),
    [(0, {"in": 2, "none": 1}), (1, {"in": 3}), (2, {"in": 2, "out": 1})],
)
def test_territories_are_counted_by_state(page, tick, counts):
    script = "([states, tick]) => countStates(states, tick)"
    assert page.evaluate(script, [STATES, tick]) == counts


@pytest.mark.parametrize(
    ("tick", "numbers", "empty", "standing"),
    [(1, ["3", "0"], [False, True], "deployed"),
     (2, ["2", "1"], [False, False], "deployed"),
     (0, ["2", "0"], [False, True], "")],
)  # fmt: skip
def test_the_legend_shows_counts_and_marks_what_is_empty(
    page, tick, numbers, empty, standing
):
    page.evaluate("tick => show({tick, organisation: ''})", tick)
    assert page.locator("[data-count]").all_text_contents() == numbers
    rows = page.eval_on_selector_all(
        "ul li:not([id])", "rows => rows.map(row => row.className === 'empty')"
    )
    assert rows == empty
    assert page.text_content("p") == standing


@pytest.mark.parametrize(
    ("tick", "shown"),
    [(0, [False, True, False]), (1, [False, False, True]), (2, [True, False, True])],
)
def test_the_legend_explains_only_what_is_drawn_at_the_tick(page, tick, shown):
    page.evaluate("tick => show({tick, organisation: ''})", tick)
    rows = page.eval_on_selector_all(
        "ol li", "rows => rows.map(row => row.className !== 'empty')"
    )
    assert rows == shown


def test_the_organisation_that_is_outlined_is_named_with_its_number(page):
    row = page.locator("#outlined")
    for tick, number in ((0, 3), (2, 12), (1, 3)):
        page.evaluate("tick => show({tick, organisation: 'club'})", tick)
        assert row.text_content() == f"The Club {number}"
        assert row.is_visible()
    page.evaluate("show({tick: 0, organisation: ''})")
    assert not row.is_visible()


@pytest.mark.parametrize("tick", ["1992", "2004", "2026"])
def test_a_page_counts_the_organisation_also_where_it_is_not_drawn(
    atlas, facts, open_page, tick
):
    page = open_page(f"{atlas}/en/membership.html#t={tick}")
    day = next(one.day for one in facts.ticks if one.id == tick)
    dataset = facts.world.dataset
    counting = {status.id for status in dataset.statuses if status.counts}
    for organisation in ("cis", "nato"):
        page.select_option("#compare", organisation)
        inside = {
            row.code
            for row in dataset.memberships
            if row.organisation == organisation and row.status in counting
            if contains(row.period, day)
        }
        name = organisation.upper()
        assert page.locator("#outlined").text_content() == f"{name} {len(inside)}"
