import geopandas as gpd
import numpy as np
import pytest
import shapely

from csto_atlas.maps.drawing.keyboard_steps import NOBODY, find_neighbours, find_steps
from csto_atlas.maps.drawing.polygons import draw_clipped
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.scene.assemble import draw_scene
from csto_atlas.maps.timeline.changes import says_something
from tests.conftest import MAPS


def reach(steps, start):
    """Collect whom a walk can come to, by breadth-first search."""
    reached, waiting = {start}, [start]
    while waiting:
        fresh = {*steps[waiting.pop(0)]} - {NOBODY} - reached
        reached |= fresh
        waiting += fresh
    return reached


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("name", MAPS)
def test_a_walk_comes_to_every_territory_from_every_other(all_facts, name, language):
    facts = all_facts[name]
    texts = Texts(language, facts.countries)
    scene = draw_scene(facts.world, texts, facts.state_changes)
    walked = [
        code
        for code in scene.shown
        if code not in scene.unlabelled
        or says_something(facts.state_changes.states[code])
    ]
    steps = np.reshape(scene.steps, (-1, 4)).tolist()
    assert len(steps) == len(walked) > 5
    for start in range(len(walked)):
        assert len(reach(steps, start)) == len(walked)


@pytest.mark.parametrize("name", MAPS)
def test_every_step_leads_in_its_direction(all_facts, name):
    facts = all_facts[name]
    shapes = draw_clipped(facts.world.geodata.boundaries, facts.spec).geometry
    largest = [max(shapely.get_parts(shape), key=shapely.area) for shape in shapes]
    middles = shapely.get_coordinates(shapely.point_on_surface(largest))
    for here, steps in zip(middles, find_neighbours(shapes), strict=True):
        for step, way in zip(steps, [(-1, 0), (0, -1), (1, 0), (0, 1)], strict=True):
            assert step == NOBODY or (middles[step] - here) @ way > 0


def test_neighbours_of_a_cross_are_its_arms():
    middles = np.array([(0, 0), (-5, 1), (1, -5), (5, 1), (1, 5)], dtype=float)
    assert find_steps(middles, np.eye(5, dtype=bool))[0] == [1, 2, 3, 4]


def test_who_shares_a_border_counts_as_nearer():
    boxes = [shapely.box(0, 0, 2, 2), shapely.box(2, 0, 9, 2), shapely.box(4, 3, 5, 4)]
    assert find_neighbours(gpd.GeoSeries(boxes))[0][2] == 1


def test_a_shared_border_is_worth_a_fifth_of_the_way_and_no_more():
    # The nearest to the right is 10 away; who shares a border may be up to 12.5.
    for far, chosen in ((12.4, 2), (12.6, 1)):
        middles = np.array([(0, 0), (10, 0), (far, 0)], dtype=float)
        touch = np.eye(3, dtype=bool)
        touch[0, 2] = True
        assert find_steps(middles, touch)[0][2] == chosen


def test_nobody_is_at_the_edge_and_a_single_territory_has_no_neighbours():
    boxes = [shapely.box(0, 0, 1, 1), shapely.box(2, 0, 3, 1)]
    first, second = find_neighbours(gpd.GeoSeries(boxes))
    assert (first[0], second[2]) == (NOBODY, NOBODY)
    assert find_neighbours(gpd.GeoSeries(boxes[:1])) == [[NOBODY] * 4]
