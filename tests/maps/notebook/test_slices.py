import itertools
from datetime import date, timedelta

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from csto_atlas.events.dates import contains
from csto_atlas.maps.notebook.errors import FrameError
from csto_atlas.maps.notebook.slices import Slices
from csto_atlas.maps.timeline.changes import state_at
from tests.maps.notebook.made import PACT, make_frame, make_slices

DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))


def test_a_tick_shows_the_rows_of_its_last_day():
    counts = make_slices().counts()
    assert counts.loc["1993"].to_dict() == {"member": 0, "party": 2}
    assert counts.loc["1994"].to_dict() == {"member": 1, "party": 2}
    assert counts.loc["1996"].to_dict() == {"member": 1, "party": 1}
    assert counts.loc["1999"].to_dict() == {"member": 2, "party": 0}
    assert counts.loc["2003"].to_dict() == {"member": 1, "party": 0}


def test_every_shape_is_drawn_once():
    layer = make_slices()
    assert len(layer.rows) == 4
    assert len(layer.drawing.paths) == len(layer.items) == 3
    (_, svg, _) = layer.write_parts()
    assert svg.count("<path ") == 3


@st.composite
def histories(draw):
    """Rows of one name, with or without gaps, in any order."""
    cuts = sorted(draw(st.lists(DAYS, unique=True, min_size=2, max_size=8)))
    rows = [
        ("Aland", start, end, draw(st.sampled_from(["member", "party"])), 0)
        for start, end in itertools.pairwise(cuts)
        if draw(st.booleans())
    ]
    return draw(st.permutations(rows or [("Aland", cuts[0], cuts[1], "member", 0)]))


@given(histories(), st.sampled_from(["year", "month"]))
def test_every_tick_equals_a_direct_query_of_the_intervals(rows, step):
    layer = make_slices(rows, step=step)
    (changes,) = layer.encode(layer.ticks)
    for index, tick in enumerate(layer.ticks):
        found = [row for row in layer.rows if contains(row.period, tick.day)]
        shown = state_at(changes, index)
        assert [layer.rows[shown]] == found if shown >= 0 else found == []


@given(histories(), st.sampled_from(["year", "month"]))
def test_counts_are_those_of_rows_asked_one_by_one(rows, step):
    layer = make_slices(rows, step=step)
    for tick, counts in zip(
        layer.ticks, layer.counts().to_dict("records"), strict=True
    ):
        asked = [row.value for row in layer.at(tick.day)]
        assert counts == {value: asked.count(value) for value in layer.values}


def test_ticks_reach_from_the_first_change_to_the_last():
    assert [make_slices().ticks[n].id for n in (0, -1)] == ["1992", "2003"]
    own = make_slices(step=["1995", "1999-06", "2001-02-03"])
    assert [tick.day for tick in own.ticks][1] == date(1999, 6, 30)


def test_an_end_is_the_first_day_after():
    rows = [("Aland", date(2020, 1, 1), date(2020, 1, 3), "member", 0)]
    layer = make_slices(rows, step="day")
    assert list(layer.counts()["member"]) == [1, 1, 0]
    assert layer.ticks[-1].day - layer.ticks[0].day == timedelta(days=2)


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ([("A", 1999, 1992, "party", 0)], "row 0: '1999/1992' ends before"),
        ([("A", 1992, None, "x", 0), ("A", 1999, None, "y", 0)], "row 1: 'A' is 'y'"),
        ([("A", "soon", None, "party", 0)], "row 0: "),
        ([("A", 1992.5, None, "party", 0)], "row 0: 1992.5 is no date"),
        ([("A", 1992, None, None, 0)], "row 0: no value in 'status'"),
    ],
)  # fmt: skip
def test_a_wrong_row_is_named(rows, problem):
    with pytest.raises(FrameError) as caught:
        make_slices(rows)
    assert problem in str(caught.value)


def test_every_wrong_row_is_told_at_once():
    wrong = [("A", "soon", None, "party", 0), ("B", 1999, 1992, "party", 0)]
    with pytest.raises(FrameError) as caught:
        make_slices([*PACT, *wrong])
    assert len(caught.value.problems) == 2


def test_a_frame_without_crs_rows_or_columns_is_refused():
    frame = make_frame(PACT)
    for bad, words in (
        (frame.iloc[:0], "no rows"),
        (make_frame(PACT, crs=None), "no CRS"),
        (frame.drop(columns="status"), "no column 'status'"),
    ):
        with pytest.raises(FrameError, match=words):
            Slices(bad, "from", "to", "status", "name")


def test_shapes_of_two_kinds_are_refused():
    mixed = make_frame(
        PACT[:1] + PACT[2:3], shapes=[shapely.box(0, 0, 1, 1), shapely.Point(3, 3)]
    )
    with pytest.raises(FrameError, match="row 1: a Point; expected polygons"):
        Slices(mixed, "from", "to", "status", "name")


def test_any_crs_is_put_into_degrees():
    there = make_frame(PACT).to_crs(3857)
    layer = Slices(there, "from", "to", "status", "name")
    (south, west), (north, east) = layer.bounds
    assert west < 40 < east and south < 40 < north


def test_too_many_values_need_colours():
    rows = [(f"N{n}", 1992, None, f"status {n}", 0) for n in range(7)]
    with pytest.raises(ValueError, match="7 values and no colours"):
        make_slices(rows)
    assert make_slices(rows, colours=lambda value: "#123456").colours[0] == "#123456"


def test_what_is_no_colour_is_refused():
    bad = {"party": "red}body{display:none", "member": "red"}
    with pytest.raises(ValueError, match="expected a colour of CSS"):
        make_slices(colours=bad)


def test_the_same_layer_has_the_same_name_in_every_run():
    assert make_slices().get_name() == make_slices().get_name()
    assert make_slices().get_name() != make_slices(PACT[:2]).get_name()
