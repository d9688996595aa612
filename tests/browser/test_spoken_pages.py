"""What a screen reader hears of every step of the built maps."""

import pytest

from tests.browser.test_states import READ
from tests.conftest import MAPS

pytestmark = pytest.mark.browser

# Timers are collected and run by hand: a rest of the slider costs no time.
NO_REST = """
let last = 0;
const due = new Map();
self.setTimeout = (run) => (due.set(++last, run), last);
self.clearTimeout = (number) => due.delete(number);
self.rest = () => [...due].forEach(([number, run]) => (due.delete(number), run()));
"""
STEP = f"""tick => {{
  const shown = ({READ})(tick);
  rest();
  delete shown.tick, delete shown.said, delete shown.headline;
  return [JSON.stringify(shown), document.getElementById("spoken").textContent];
}}"""


@pytest.mark.parametrize("name", MAPS)
def test_no_step_at_which_anything_changes_is_spoken_as_no_change(
    open_page, atlas, all_facts, name
):
    page = open_page(f"{atlas}/en/{name}.html", script=NO_REST)
    before, _ = page.evaluate(STEP, 0)
    silent = set()
    for index in range(1, len(all_facts[name].ticks)):
        shown, spoken = page.evaluate(STEP, index)
        assert spoken.endswith(".")
        if (shown == before) != spoken.endswith("o change."):
            silent.add((all_facts[name].ticks[index].id, spoken))
        before = shown
    assert silent == set()


def test_the_name_of_a_tick_is_heard_once(open_page, made):
    page = open_page(f"{made}/en/membership.html#t=1993", script=NO_REST)
    page.focus("#time")
    _, spoken = page.evaluate(STEP, 2)
    assert page.get_attribute("#time", "aria-valuetext") == "1994"
    assert spoken.startswith("One frozen. AAA: frozen")
    page.evaluate("document.activeElement.blur()")
    _, spoken = page.evaluate(STEP, 3)
    assert spoken.startswith("1995: ")
