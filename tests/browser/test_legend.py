"""The legend follows the tick."""

import pytest

from csto_atlas.events.dates import contains
from tests.browser.modules import open_module
from tests.browser.names import ask
from tests.browser.waiting import rest
from tests.conftest import LANGUAGES, MAPS
from tests.faults.rounds import rounds

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
<svg><path class="out" data-state="none"/><path class="home" data-state="done"/></svg>
<ol><li data-needs=".out"><li data-needs=".home"></ol>
<ul><li id="outlined" hidden><span></span> <b></b></ul>
<select id="compare"><option value=""></option><option value="club">The Club</select>
"""
MEMBERS = {"club": [[0, 3], [2, 12]]}


@pytest.fixture(scope="module")
def page(browser):
    page = open_module(browser, "legend.js", MARKUP)
    page.evaluate(
        "([states, contingents, memberCounts]) => { self.show = makeLegend({"
        "states, contingents, memberCounts, stateLabels: {there: 'deployed'}},"
        "document) }",
        [STATES, SENT, MEMBERS],
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


def test_what_is_not_drawn_has_no_entry(page):
    page.evaluate("show({tick: 0, organisation: ''})")
    rows = page.eval_on_selector_all("ol li", "rows => rows.map(row => row.className)")
    assert rows == ["empty", ""]


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


# Statuses and signs that the scene shows, and those that the key names.
NAMED = """() => {
  const isSeen = (node) => node.checkVisibility() && node.getBoundingClientRect().width;
  const signs = (root, selector) => [...root.querySelectorAll(selector)]
    .filter(isSeen).map((use) => use.getAttribute("href").replace(/^#m-/, ""));
  const scene = document.querySelector(".leaflet-container #scene");
  const held = [...scene.querySelectorAll(".land [data-code]")]
    .map((land) => land.dataset.state).filter((state) => state !== "none");
  const counted = [...document.querySelectorAll("[data-count]")]
    .filter(isSeen).map((node) => node.dataset.count.split(" ")[0]);
  return [[held, signs(scene, ".marks use")], [counted, signs(document, ".key use")]]
    .map((lists) => lists.map((list) => [...new Set(list)].sort()));
}"""


@pytest.mark.parametrize("name", MAPS)
def test_the_key_names_the_statuses_and_signs_of_a_tick_and_no_others(
    open_page, atlas, all_facts, name
):
    page = open_page(f"{atlas}/en/{name}.html")
    last = len(all_facts[name].ticks) - 1
    for tick in rounds([0, last // 2, last], range(last + 1)):
        ask(page, "go", tick)
        there, named = page.evaluate(NAMED)
        assert named == there, tick


# What else the scene may show, and the entry of the key that names it, both as
# selectors: lines, routes, areas, sizes, rings and sites.
SHOWN = {
    "border": (".lines .border", ".stroke.border"),
    "first line": (".lines .line-0", ".stroke.line-0"),
    "second line": (".lines .line-1", ".stroke.line-1"),
    "outbound route": (
        ".out:not([data-state=planned]) .way",
        ".stroke.out:not(.unsure)",
    ),
    "return route": (".home:not([data-state=planned]) .way", ".stroke.home"),
    "uncertain route": (".unsure:not([data-state=planned]) .way", ".stroke.unsure"),
    "planned route": ("[data-state=planned] .way", ".stroke.planned"),
    "contingent": (".force circle", "[data-needs*=force] circle"),
    "killed": (".marks.sizes circle", "[data-needs^='.sizes'] circle"),
    "site": (".objects path", "svg.guard"),
    "inexact": (".marks:not(.sizes) circle, .objects circle", ".ring-key circle"),
    "disputed": (".areas [data-state=disputed]", ".swatch[data-state=disputed]"),
    "other holder": (".held [data-state=other]", ".swatch[data-state=other]"),
    "organisation": (".outlines .on", ".stroke.outlined"),
}
FIND_SHOWN = """(shown) => {
  const isSeen = (node) => {
    const { width, height } = node.getBoundingClientRect();
    return node.checkVisibility() && width + height > 0;
  };
  const scene = document.querySelector(".leaflet-container #scene");
  const key = document.querySelector(".key");
  const has = (root, selector) => [...root.querySelectorAll(selector)].some(isSeen);
  return [scene, key].map((root, index) => Object.keys(shown)
    .filter((kind) => has(root, shown[kind][index])));
}"""


@pytest.mark.parametrize("view", ["", "&view=control"])
@pytest.mark.parametrize("name", MAPS)
def test_the_key_names_the_lines_areas_and_sizes_of_a_tick_and_no_others(
    open_page, atlas, all_facts, name, view
):
    ticks = all_facts[name].ticks
    page = open_page(f"{atlas}/en/{name}.html#t={ticks[0].id}{view}")
    last = len(ticks) - 1
    for tick in rounds([0, last // 2, last], range(last + 1)):
        ask(page, "go", tick)
        there, named = page.evaluate(FIND_SHOWN, SHOWN)
        assert named == there, tick


HOLDERS = """() => {
  const frame = document.querySelector(".leaflet-container").getBoundingClientRect();
  return [...document.querySelectorAll(".holders text")].map((text) => {
    const { left, right } = text.getBoundingClientRect();
    return [text.textContent, left >= frame.left && right <= frame.right];
  });
}"""


@pytest.mark.parametrize("language", rounds(["en"], LANGUAGES))
def test_the_view_of_control_says_in_words_who_holds_what(open_page, atlas, language):
    page = open_page(f"{atlas}/{language}/membership.html#view=control")
    rest(page, 120)
    named = page.evaluate(HOLDERS)
    assert named
    assert all(is_whole for _, is_whole in named)
    assert {text for text, _ in named} <= {
        *page.locator("#holders li").all_text_contents()
    }
