import re

from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.scene.assemble import make_scene
from csto_atlas.maps.timeline.changes import phase
from tests.made.worlds import COUNTRIES, make_world

TEXTS = Texts("en", COUNTRIES)
SCENE = make_scene(make_world(), TEXTS)


def attributes(name):
    return re.findall(rf'{name}="([^"]*)" data-(?:state|phase)="([^"]*)"', SCENE.svg)


def test_every_territory_is_drawn_once_with_its_state():
    states = dict(attributes("data-code"))
    assert states == {"AAA": "frozen", "BBB": "none", "CCC": "none"}


def test_a_territory_too_small_for_its_name_is_listed_as_unlabelled():
    long_name = Texts("en", {**COUNTRIES, "CCC": "GS"})
    coarse = make_scene(make_world(closest=5), long_name)
    assert SCENE.unlabelled == ()
    assert coarse.unlabelled == ("CCC",)
    assert set(coarse.shown) == {"AAA", "BBB", "CCC"}


def test_a_disputed_area_is_drawn_with_its_state():
    assert attributes("data-area") == [("valley", "none")]


def test_only_events_of_this_map_are_marked():
    assert dict(attributes("data-event")) == {"signed": "past", "met": "now"}


def test_phases_follow_the_tick():
    assert [phase((2, 3), tick) for tick in range(5)] == [
        "future", "future", "now", "now", "past",
    ]  # fmt: skip


def test_another_tick_draws_another_picture():
    svg = make_scene(make_world(default="1993"), TEXTS).svg
    assert 'data-code="AAA" data-state="member"' in svg
    assert 'data-area="valley" data-state="disputed"' in svg


def test_paths_are_whole_relative_steps():
    paths = re.findall(r' d="(m[^"]+)"', SCENE.svg)
    assert len(paths) == 4
    assert all(re.fullmatch(r"[mz\d -]+", path) for path in paths)


def test_a_scene_is_the_same_every_time():
    assert make_scene(make_world(), TEXTS) == SCENE
