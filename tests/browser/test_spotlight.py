"""Two dates compared, an entry of the key, a chosen state: what stands out."""

from itertools import product

import pytest

from tests.conftest import LANGUAGES, MAPS
from tests.faults.rounds import rounds

pytestmark = pytest.mark.browser

# For pairs of ticks: shapes that should stand out or not, words that are missing.
COMPARE = """(pairs) => {
  const payload = JSON.parse(document.querySelector("#payload").textContent);
  const time = document.querySelector("#time");
  const svg = document.querySelector("#scene");
  const kinds = { code: "states", contingent: "contingents", area: "areas" };
  const at = (changes, tick) => changes.findLast(([first]) => first <= tick)[1];
  const go = (tick) => {
    time.value = tick;
    time.dispatchEvent(new Event("input"));
  };
  const wrong = [];
  for (const [a, b] of pairs) {
    go(a);
    document.querySelector("#pin").click();
    go(b);
    const text = document.querySelector("#changed").textContent;
    for (const [kind, key] of Object.entries(kinds)) {
      for (const node of svg.querySelectorAll(`[data-${kind}]`)) {
        const id = node.dataset[kind];
        const changes = payload[key][id];
        const [old, now] = changes ? [at(changes, a), at(changes, b)] : ["", ""];
        if (node.matches(".lit") !== (old !== now)) wrong.push([a, b, id, old, now]);
        const words = payload.stateLabels[b < a ? old : now];
        if (old !== now && !text.includes(words)) wrong.push([a, b, id, words]);
      }
    }
    document.querySelector("#pin").click();
    if (svg.matches(".dim")) wrong.push([a, b, "dim"]);
  }
  return wrong;
}"""
PAIRS = [(0, -1), (-1, 0), (2, 7), (5, 5), (1, 12)]


@pytest.mark.parametrize(
    ("name", "language"), [*product(MAPS, rounds(("ar",), LANGUAGES))]
)
def test_only_what_changed_between_two_dates_keeps_its_colour(
    open_page, atlas, name, language
):
    page = open_page(f"{atlas}/{language}/{name}.html")
    last = int(page.get_attribute("#time", "max"))
    pairs = [[a % (last + 1), b % (last + 1)] for a, b in PAIRS]
    assert page.evaluate(COMPARE, pairs) == []


def test_an_address_compares_and_the_lanes_show_both_ends(open_page, made):
    page = open_page(f"{made}/en/membership.html#t=2012&compare=1999")
    assert page.locator("#changed").is_visible()
    assert page.get_attribute("#pin", "aria-pressed") == "true"
    page.wait_for_function("document.querySelector('.pin')?.style.left")
    left, right = (
        page.locator(part).bounding_box()["x"] for part in (".pin", "#graph")
    )
    assert left > right
    page = open_page(f"{made}/en/membership.html#t=2012&compare=never")
    assert page.locator("#changed").is_hidden()


def test_an_entry_of_the_key_lights_its_states(open_page, made):
    page = open_page(f"{made}/en/membership.html")
    entry = page.locator("[data-lit]:visible").first
    entry.click()
    state = entry.get_attribute("data-lit").split()
    lit = page.eval_on_selector_all(
        "#scene .lit", "all => all.map(node => node.dataset.state)"
    )
    assert lit
    assert set(lit) <= set(state)
    assert entry.get_attribute("aria-pressed") == "true"
    entry.click()
    assert page.locator("#scene.dim").count() == 0


def test_a_chosen_state_stands_out(open_page, made):
    page = open_page(f"{made}/en/membership.html")
    code = page.get_attribute("[data-select]", "data-select")
    page.evaluate(f"location.hash = 'select={code}&t=2012'")
    page.wait_for_function("document.querySelector('#scene').matches('.dim')")
    assert page.eval_on_selector_all(
        "#scene .lit", "all => all.map(node => node.dataset.code)"
    ) == [code]
