"""The legend follows the tick."""

import pytest

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
"""


@pytest.fixture(scope="module")
def page(browser):
    page = open_module(browser, "legend.js", MARKUP)
    page.evaluate(
        "([states, contingents]) => { self.show = makeLegend({"
        "states, contingents, stateLabels: {there: 'deployed'}}) }",
        [STATES, SENT],
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
    page.evaluate("tick => show({tick})", tick)
    assert page.locator("b").all_text_contents() == numbers
    rows = page.eval_on_selector_all(
        "li", "rows => rows.map(row => row.className === 'empty')"
    )
    assert rows == empty
    assert page.text_content("p") == standing
