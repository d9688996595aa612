"""Rule: a title takes no side between rival figures."""

import pytest

from csto_atlas.events.rules.titles import _numbers

RIVAL = """\
    - value: {en: 200, ar: 200}
      by: {en: They, ar: هم}
      measure: troops
      side: ARM
      low: 200
      high: 200
      sources: [daily]
  request:
"""


def give(folder, title, rival=RIVAL) -> list[str]:
    """Return the problems if the call for help has a rival figure and this title."""
    folder.replace("events/calls.yml", "  request:\n", rival)
    folder.replace("events/calls.yml", "They asked", title)
    return folder.problems()


@pytest.mark.parametrize("title", ["They got 200", "They got 150", "About 200 came"])
def test_a_disputed_number_in_a_title_is_reported(folder, title) -> None:
    number = "150" if "150" in title else "200"
    assert give(folder, title) == [
        f"events/calls.yml:9: title gives {number}, which another figure disputes; "
        "expected no number, or the rival numbers side by side"
    ]


@pytest.mark.parametrize("title", ["They got 150 or 200", "They got 7", "They got"])
def test_a_title_that_takes_no_side_is_none(folder, title) -> None:
    assert give(folder, title) == []


def test_figures_that_can_both_be_true_are_no_rivals(folder) -> None:
    more_than_120 = RIVAL.replace("low: 200\n      high: 200", "low: 120")
    assert give(folder, "They got 150", more_than_120) == []


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("996 or 1,007.1 km", [996, 1007.1]),
        ("996 или 1007,1 км", [996, 1007.1]),
        ("2\u00a0030 человек", [2030]),
        ("٢٠٣٠ فرداً", [2030]),
        ("Three soldiers", [3]),
        ("Rubezh2008, Centre-2011", []),
    ],
)
def test_numbers_are_read_as_they_are_written(words, numbers) -> None:
    assert list(_numbers(words)) == numbers
