"""Rules: a figure's number has a measure, bounds in order, and one best at most."""

import pytest

SECOND = """\
      best: true
      sources: [daily]
    - value: {en: 120, ar: 120}
      by: {en: The daily, ar: اليومية}
      measure: troops
      low: 120
      best: true
"""
FAULTS = {
    "bounds in the wrong order": (
        ("low: 100", "low: 151"),
        "12: figures 1: low 151 is above high 150; expected low <= high",
    ),
    "a number below zero": (
        ("low: 100", "low: -1"),
        "16: bad figures 1 low '-1'; expected greater than or equal to 0",
    ),
    "a number in words": (
        ("low: 100", "low: many"),
        "16: bad figures 1 low 'many'; expected a number",
    ),
    "a number that is none": (
        ("low: 100", "low: nan"),
        "16: bad figures 1 low 'nan'; expected a number",
    ),
    "an unknown measure": (
        ("measure: troops", "measure: troop"),
        "14: unknown figures 1 measure 'troop'; expected one of killed, "
        "civilians-killed, wounded, missing, captured, killed-or-missing, troops, "
        "refugees, square-km, km, aircraft, flights (nearest: 'troops')",
    ),
    "a number without a measure": (
        ("      measure: troops\n", ""),
        "12: figures 1: side, low, high or best alone; expected a measure",
    ),
    "a measure without a number": (
        ("      low: 100\n      high: 150\n", ""),
        "12: figures 1: measure 'troops' alone; expected low or high",
    ),
    "two best figures": (
        ("      best: true\n", SECOND.replace("troops\n", "troops\n      side: ARM\n")),
        "25: figure 2 of 'call' is a second best one; "
        "expected only figure 1 to be best of its kind",
    ),
}


@pytest.mark.parametrize(("change", "problem"), FAULTS.values(), ids=list(FAULTS))
def test_a_wrong_figure_is_reported_alone_with_its_line(
    folder, change, problem
) -> None:
    folder.replace("events/calls.yml", *change)
    assert folder.problems() == [f"events/calls.yml:{problem}"]


def test_two_sides_may_have_a_best_figure_each(folder) -> None:
    folder.replace("events/calls.yml", "      best: true\n", SECOND)
    assert folder.problems() == []


@pytest.mark.parametrize("bound", ["low: 100", "high: 150"])
def test_a_figure_may_be_open_on_one_side(folder, bound: str) -> None:
    folder.replace("events/calls.yml", f"      {bound}\n", "")
    assert folder.problems() == []
