from dataclasses import replace

import pytest

from csto_atlas.maps.content.legend import LegendContingent
from csto_atlas.maps.content.record_text import BorderPart
from csto_atlas.maps.drawing.event_symbols import Mark
from csto_atlas.maps.drawing.lines import DrawnLine
from csto_atlas.maps.drawing.routes import Route
from csto_atlas.maps.scene.model import DrawnObject
from csto_atlas.maps.slicing.tick_states import find_states
from csto_atlas.maps.stills.legend import SIZES, Row, fit, list_rows, stack, wrap
from tests.maps.stills.views import make_inputs

INPUTS = make_inputs()
STATES = find_states(INPUTS.state_changes, INPUTS.spans, 0)
BARE = replace(INPUTS.parts, marks=[], areas=[])


def rows(kinds=(), states=STATES, visible=BARE, **legend):
    inputs = replace(INPUTS, legend=replace(INPUTS.legend, **legend))
    found = list_rows(inputs, visible, states, kinds)
    return [row for row in found if row.sign != "status"]


def contingent(*, is_sure, states=None):
    named = [LegendContingent(c, "100–250", is_sure, "Staff") for c in ("AAA", "BBB")]
    there = replace(STATES, contingents=states or {"AAA": "deployed"})
    return rows(states=there, contingents=named)


@pytest.mark.parametrize(("is_sure", "sign"), [(True, ""), (False, "≈\u00a0")])
def test_an_unsure_strength_has_the_sign_for_approximately(is_sure, sign):
    (row,) = contingent(is_sure=is_sure)
    assert row.number == f"{sign}100–250"


def test_contingents_have_their_states_only_where_these_differ():
    alike = contingent(is_sure=True, states={"AAA": "deployed", "BBB": "deployed"})
    apart = contingent(is_sure=True, states={"AAA": "deployed", "BBB": "leaving"})
    assert not any(":" in row.text for row in alike)
    assert all(":" in row.text for row in apart)


def test_a_contingent_that_is_not_there_has_no_row():
    assert contingent(is_sure=True, states={"AAA": "none"}) == []


def test_statuses_are_counted_at_the_tick():
    states = replace(
        STATES, territories={"AAA": "member", "BBB": "member", "CCC": "frozen"}
    )
    found = list_rows(INPUTS, BARE, states, ())
    assert [(row.key, row.number) for row in found] == [
        ("member", "2"),
        ("frozen", "1"),
    ]


def test_disputed_areas_are_explained_only_where_there_are_any():
    for state, keys in (("none", []), ("disputed", ["disputed"])):
        states = replace(STATES, areas={"valley": state}, territories=dict.fromkeys(
            INPUTS.shown, "none"))  # fmt: skip
        assert [row.key for row in list_rows(INPUTS, BARE, states, ())] == keys


def test_ways_and_guarded_objects_are_explained_where_they_are_drawn():
    way = Route("flight", "AAA", "home", "air", "M0 0", True, (0, 0, 0))
    visible = replace(BARE, contingents={"AAA": [way]},
                      objects=[DrawnObject("dam", True, 0, 0)])  # fmt: skip
    assert [row[:2] for row in rows(visible=visible)] == [
        ("stroke", "home"),
        ("guard", ""),
    ]


def test_a_line_of_another_tick_is_not_explained():
    drawn = replace(BARE, lines=[DrawnLine("front", "line-1", "M0 0")])
    assert rows(visible=drawn, lines=("Old", "Front")) == [
        Row("stroke", "line-1", "Front")
    ]


def test_the_parts_of_a_border_have_their_lengths():
    (row,) = rows(border=[BorderPart("main", "Main part", "500 km")])
    assert row == Row("stroke", "border", "Main part: 500 km")


@pytest.mark.parametrize(("phase", "count"), [("now", 1), ("past", 0)])
def test_circles_are_explained_while_one_is_drawn(phase, count):
    mark = Mark("war", "incident", True, 0, 0, ((9.0, 0.0, 0.0),), (1.0, 2.0))
    states = replace(STATES, phases={"war": phase})
    found = rows(states=states, visible=replace(BARE, marks=[mark]))
    assert len([row for row in found if row.sign == "size"]) == count


def test_kinds_of_events_are_named():
    assert rows(("summit", "act")) == [
        Row("event", "summit", "Summit"),
        Row("event", "act", "Treaty or decision"),
    ]


def test_a_key_that_fits_has_the_largest_letters():
    (placed,) = stack([Row("event", "act", "Treaty")], 100, 500)
    assert placed.size == SIZES[0]
    assert placed.lines == (("Treaty", 100),)


def test_a_long_key_has_smaller_letters():
    many = [Row("event", "act", "Treaty or decision")] * 12
    placed = stack(many, 100, 400)
    assert SIZES[-1] <= placed[0].size < SIZES[0]
    assert [row.y for row in placed] == sorted({row.y for row in placed})


def test_a_number_stays_beside_the_last_word():
    (placed,) = stack([Row("", "AAA", "Country", "100–250")], 0, 100)
    assert placed.number == "100–250"
    assert placed.lines == (("Country", 0),)


def test_a_text_is_broken_and_made_small_enough():
    assert wrap("one", 1, 16) == ["one"]
    assert fit("short", 18, 1000) == 18
    assert fit("a long headline " * 5, 36, 500) < 18
