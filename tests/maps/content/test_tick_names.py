from datetime import date

from hypothesis import given

from csto_atlas.maps.content.tick_names import write_clock, write_day
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.timeline.ticks import Segment, make_ticks
from tests.made.timelines import AS_OF, ENGLISH, segments
from tests.made.worlds import COUNTRIES


def clock(*rows, as_of=AS_OF):
    ticks = make_ticks([Segment(*row) for row in rows], as_of)
    return write_clock(ticks, ENGLISH)


def test_years_are_one_run_and_one_form():
    assert clock(("1992", "2026", "year"), as_of=date(2026, 3, 11)) == {
        "runs": [([1992], [35])],
        "labels": {1: {0: "{year}"}},
        "days": [(0, "on 31 December {year}"), (34, "on 11 March {year}")],
    }


def test_days_are_counted_by_month_and_show_no_other_day():
    found = clock(("2023-12-30", "2024-03-02", "day"))
    assert found["runs"] == [([2023, 12, 30], [2, 31, 29, 2])]
    assert found["labels"][3][2] == "{day} February {year}"
    assert found["days"] == [(0, "")]


def test_a_gap_or_another_step_begins_another_run():
    found = clock(("1990", "1991", "year"), ("1995", "1995", "year"),
                  ("1996-01", "1997-02", "month"))  # fmt: skip
    assert found["runs"] == [([1990], [2]), ([1995], [1]), ([1996, 1], [12, 2])]


def test_a_day_of_another_year_keeps_its_year():
    (tick,) = make_ticks([Segment("2025", "2025", "year")], date(2026, 3, 11))
    assert write_day(tick, ENGLISH, year="{year}") == "on 31 December {year}"
    assert write_day(tick, ENGLISH) == "on 31 December 2025"


@given(segments())
def test_a_clock_does_not_grow_with_its_ticks(rows):
    ticks = make_ticks(rows, AS_OF)
    found = write_clock(ticks, Texts("ru", COUNTRIES))
    assert sum(sum(lengths) for _, lengths in found["runs"]) == len(ticks)
    assert all(len(forms) <= 12 for forms in found["labels"].values())
    months = {tick.id[:7] for tick in ticks}
    assert sum(len(lengths) for _, lengths in found["runs"]) <= len(months)
