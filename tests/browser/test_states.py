"""The page shows at every tick what the data say, and nothing else."""

import pytest

from csto_atlas.events.dates import contains
from csto_atlas.maps.i18n.messages import capitalise
from csto_atlas.maps.timeline.changes import phase
from tests.conftest import LANGUAGES, MAPS
from tests.faults.rounds import pairs

pytestmark = pytest.mark.browser

READ = """tick => {
  const input = document.getElementById("time");
  input.value = tick;
  input.dispatchEvent(new Event("input", {bubbles: true}));
  const read = (attribute, value) => {
    const found = {};
    for (const node of document.querySelectorAll(`#scene [${attribute}]`)) {
      const key = node.getAttribute(attribute);
      found[key] = [...new Set([...(found[key] ?? []), node.getAttribute(value)])];
    }
    return found;
  };
  return {
    tick: document.documentElement.dataset.tick,
    said: input.getAttribute("aria-valuetext"),
    headline: document.getElementById("headline").textContent,
    states: read("data-code", "data-state"),
    labels: read("data-label", "data-state"),
    areas: read("data-area", "data-state"),
    held: read("data-held", "data-state"),
    contingents: read("data-contingent", "data-state"),
    objects: read("data-object", "data-state"),
    lines: read("data-line", "data-state"),
    routes: read("data-route", "data-state"),
    events: read("data-event", "data-phase"),
    panel: [...document.querySelectorAll("#panel [data-entry]:not([hidden])")].map(
      node => node.dataset.entry),
  };
}"""


def ask(rows, day, value):
    """Ask the intervals themselves, without ticks or slices."""
    found = [value(row) for row in rows if contains(row.period, day)]
    return found[0] if found else "none"


def expected_state(dataset, code, day):
    rows = [
        m for m in dataset.memberships if (m.organisation, m.code) == ("csto", code)
    ]
    return ask(rows, day, lambda row: row.status)


def expected_holder(dataset, area, day):
    rows = [row for row in dataset.areas if row.area == area]
    holder = ask(rows, day, lambda row: row.controlled_by)
    if holder == "none":
        return "none"
    status = expected_state(dataset, holder, day)
    return "other" if status == "none" else status


def expected_others(dataset, day):
    """Return what everything but territories and events should be."""
    return {
        "areas": {
            a.area: ask([r for r in dataset.areas if r.area == a.area], day, status)
            for a in dataset.areas
        },
        "contingents": {
            d.contingent: ask(
                [r for r in dataset.deployments if r.contingent == d.contingent],
                day,
                lambda row: row.state,
            )
            for d in dataset.deployments
        },
        "objects": {
            o.object: ask([o], day, lambda _: "guarded") for o in dataset.objects
        },
        "lines": {
            line.line: ask([line], day, lambda _: "drawn") for line in dataset.lines
        },
    }


def status(row):
    return row.status


def assert_shown(facts, index, seen):
    """Compare what a page shows at a tick, as READ returns it, with the data."""
    tick, dataset = facts.ticks[index], facts.world.dataset
    assert seen["tick"] == tick.id
    # What follows the tick, a colon or a full stop, is the language's.
    assert seen["headline"].startswith(capitalise(seen["said"]))
    assert len(seen["states"]) > 5
    for code, states in seen["states"].items():
        assert states == [expected_state(dataset, code, tick.day)], (tick.id, code)
    for code, states in seen["labels"].items():
        assert states == seen["states"][code]
    for area, states in seen["held"].items():
        assert states == [expected_holder(dataset, area, tick.day)], (tick.id, area)
    for layer, expected in expected_others(dataset, tick.day).items():
        for key, states in seen[layer].items():
            wanted = expected.get(key, "drawn")  # a border is always drawn
            assert states == [wanted], (tick.id, layer, key)
    for event, shown in seen["events"].items():
        assert shown == [phase(facts.spans[event], index)]
    now = {e for e, span in facts.spans.items() if phase(span, index) == "now"}
    assert set(seen["panel"]) == now


@pytest.mark.parametrize(("name", "language"), pairs(MAPS, LANGUAGES))
def test_every_tick_shows_every_state(open_page, atlas, all_facts, name, language):
    facts = all_facts[name]
    page = open_page(f"{atlas}/{language}/{name}.html")
    last = len(facts.ticks) - 1
    # Forth, back and by leaps: nothing may stay behind from another tick.
    orders = [*range(last + 1), *range(last, -1, -3), *([last // 2, 0] * 2)]
    for index in orders:
        assert_shown(facts, index, page.evaluate(READ, index))
    assert not page.problems
