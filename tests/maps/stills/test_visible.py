from dataclasses import replace

import pytest

from csto_atlas.maps.drawing.event_symbols import Mark
from csto_atlas.maps.drawing.lines import DrawnLine
from csto_atlas.maps.drawing.polygons import PolygonPath
from csto_atlas.maps.drawing.routes import Route
from csto_atlas.maps.labels.model import Label
from csto_atlas.maps.labels.placement import SceneLabels
from csto_atlas.maps.scene.model import DrawnObject
from csto_atlas.maps.stills.frame import Crop
from csto_atlas.maps.stills.visible import keep_at_scale, keep_at_tick, list_kinds
from tests.maps.stills.views import make_view

CROP = Crop((0.0, 0.0, 200.0, 100.0), 2.0)
_, PARTS, STATES = make_view()


def label(x=100.0, y=50.0, nearest=1.0, farthest=3.0, offset=(0, 0), code="AAA"):
    return Label(code, "A", x, y, (10.0, 5.0), nearest, farthest, offset)


def seen(*labels):
    names = SceneLabels([(one, False) for one in labels], [], [])
    kept = keep_at_scale(replace(PARTS, names=names), CROP).names.countries
    return [one for one, _ in kept]


def mark(event, kind="incident", x=50.0, y=50.0):
    return Mark(event, kind, True, x, y, ((9.0, 0.0, 0.0),), None)


def view(keeps_past=False, **parts):
    """Return what is kept of parts at a tick, and the states of that tick."""
    states = replace(
        STATES,
        phases={"before": "past", "today": "now", "later": "future"},
        areas={"hills": "disputed", "plain": "none"},
        lines={"front": "drawn", "old": "none"},
        objects={"dam": "guarded", "mill": "none"},
        routes={"flight": "done", "return": "none"},
    )
    drawn = replace(PARTS, **{"areas": [], "marks": [], **parts})
    kept = keep_at_tick(drawn, states, keeps_past=keeps_past)
    return kept, states


def test_a_label_of_another_scale_is_left_out():
    assert seen(label()) == [label()]
    assert seen(label(nearest=2.0), label(farthest=1.9)) == []


def test_a_label_that_the_edge_would_cut_is_left_out():
    inside, cut = label(x=20.0), label(x=19.0)
    assert seen(inside, cut) == [inside]


def test_a_name_with_a_leader_is_measured_where_its_text_is():
    inside, cut = label(x=5.0, offset=(10, 0)), label(x=30.0, offset=(-10, 0))
    assert seen(inside, cut) == [inside]


def test_a_name_is_left_out_with_the_line_that_the_edge_would_cut():
    leader = replace(label(x=-1.0, offset=(15, 0)), end=(5, 0))
    assert seen(leader, replace(leader, x=1.0)) == [replace(leader, x=1.0)]


def test_labels_that_are_kept_are_shown():
    names = SceneLabels([(label(), False)], [(label(), False)], [(label(), False)])
    kept = keep_at_scale(replace(PARTS, names=names), CROP).names
    assert kept == SceneLabels(*([(label(), True)] for _ in range(3)))


def test_a_leader_to_a_country_without_a_status_is_left_out():
    inside = label(code="BBB")
    leader = replace(inside, offset=(1, 0), end=(1, 0))
    names = SceneLabels([(leader, True), (inside, True)], [], [])
    assert STATES.territories["BBB"] == "none"
    kept, _ = view(names=names)
    assert [one for one, _ in kept.names.countries] == [inside]


@pytest.mark.parametrize(
    ("keeps_past", "events"), [(False, ["today"]), (True, ["before", "today"])]
)
def test_only_events_of_now_or_before_are_kept(keeps_past, events):
    marks = [mark("before"), mark("today"), mark("later")]
    kept, _ = view(keeps_past, marks=marks)
    assert [one.event for one in kept.marks] == events


def test_only_kinds_that_are_drawn_have_a_sign():
    kept, _ = view(marks=[mark("today", "summit"), mark("later", "act")])
    assert kept.kinds == ("summit",)


def test_an_area_that_nobody_disputes_is_left_out():
    areas = [PolygonPath(key, "M0 0", n) for n, key in enumerate(("plain", "hills"))]
    kept, _ = view(areas=areas)
    assert [area.key for area in kept.areas] == ["hills"]


def test_lines_and_objects_of_other_ticks_are_left_out():
    lines = [DrawnLine(key, style, "M0 0") for key, style in
             (("part", "border"), ("old", "line-0"), ("front", "line-1"))]  # fmt: skip
    objects = [DrawnObject(key, True, 0, 0) for key in ("dam", "mill")]
    kept, _ = view(lines=lines, objects=objects)
    assert [line.style for line in kept.lines] == ["border", "line-1"]
    assert [one.key for one in kept.objects] == ["dam"]


def test_a_contingent_without_a_way_at_the_tick_is_left_out():
    def route(name):
        return Route(name, "AAA", "out", "air", "M0 0", True, (0, 0, 0))

    ways = {"AAA": [route("flight"), route("return")], "BBB": [route("return")]}
    kept, _ = view(contingents=ways)
    assert kept.contingents == {"AAA": [route("flight")]}


def test_the_key_lists_kinds_of_now_that_the_crop_shows():
    marks = [mark("today", "summit"), mark("today", "act", x=500.0),
             mark("before", "request")]  # fmt: skip
    kept, states = view(True, marks=marks)
    assert list_kinds(kept, states, CROP) == ("summit",)
