from itertools import pairwise
from math import atan2, degrees

import geopandas as gpd
import pytest
import shapely
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pyproj import Geod

from csto_atlas.maps.drawing.routes import (
    SMALLEST,
    STEP_KM,
    draw_forces,
    draw_routes,
    find_strengths,
    force_radius,
    great_circle,
)
from tests.made.worlds import (
    make_event,
    make_figure,
    make_movement,
    make_place,
    make_spec,
)

GEOD = Geod(ellps="WGS84")
TOWN, CITY = make_place(66, 48, "town"), make_place(76, 46, "city")
PLACES = {"town": TOWN, "city": CITY, "pass": make_place(70, 50, "pass")}


@given(st.floats(30, 5000))
def test_a_circle_of_four_times_the_troops_has_twice_the_radius(troops):
    assert force_radius(4 * troops) == pytest.approx(2 * force_radius(troops), abs=0.15)


def test_a_circle_is_never_too_small_to_see():
    assert force_radius(0) == force_radius(5) == SMALLEST


points = st.tuples(st.floats(20, 110), st.floats(30, 70))


@settings(deadline=None, max_examples=60)
@given(points, points)
def test_an_arc_is_the_geodesic_itself(start, end):
    bearing, _, metres = GEOD.inv(*start, *end)
    assume(metres > 10_000)
    line = great_circle([make_place(*start), make_place(*end)])
    vertices = list(line.coords)
    assert (vertices[0], vertices[-1]) == (start, end)
    for x, y in vertices[1:-1]:
        turn, _, far = GEOD.inv(*start, x, y)
        assert (turn - bearing + 180) % 360 - 180 == pytest.approx(0, abs=1e-6)
        assert far < metres
    steps = [GEOD.inv(*one, *other)[2] / 1000 for one, other in pairwise(vertices)]
    assert max(steps) <= STEP_KM


def test_an_arc_goes_through_the_stops():
    line = great_circle([TOWN, PLACES["pass"], CITY])
    assert {(66, 48), (70, 50), (76, 46)} <= set(line.coords)


def troops(side="AAA", certainty="high", **figure):
    figure = {"best": True, "measure": "troops", "side": side, **figure}
    return make_event(figures=(make_figure("n", **figure),), certainty=certainty)


def test_a_strength_is_the_best_figure_of_a_contingent():
    strength = find_strengths([troops(low=1100, high=1500)])["AAA"]
    assert (strength.low, strength.high) == (1100, 1500)


def test_a_strength_with_one_end_is_that_number():
    strength = find_strengths([troops(low=200)])["AAA"]
    assert (strength.low, strength.high) == (200, 200)
    strength = find_strengths([troops(high=200)])["AAA"]
    assert (strength.low, strength.high) == (200, 200)


def test_an_uncertain_event_gives_an_unsure_strength():
    assert not find_strengths([troops(low=200, certainty="medium")])["AAA"].is_sure
    assert find_strengths([troops(low=200)])["AAA"].is_sure


@pytest.mark.parametrize("change", [{"best": False}, {"measure": "killed"}])
def test_other_figures_are_no_strengths(change):
    assert find_strengths([troops(low=200, **change)]) == {}


def test_one_circle_has_the_number_of_a_contingent_however_many_its_ways():
    strengths = find_strengths([troops(low=100, high=400)])
    ways = [make_movement("one"), make_movement("other")]
    (force,) = draw_forces(ways, PLACES, strengths, make_spec().plane).values()
    assert (force.least, force.most) == (force_radius(100), force_radius(400))
    assert draw_routes(ways, PLACES, strengths, make_spec().plane)[0].is_sure


def test_a_circle_stands_on_the_way_out_near_its_beginning():
    plane, strengths = make_spec().plane, find_strengths([troops(low=100)])
    (force,) = draw_forces([make_movement("way")], PLACES, strengths, plane).values()
    line = plane.to_drawing(
        gpd.GeoDataFrame(geometry=[great_circle([TOWN, CITY])], crs=4326)
    ).geometry.iloc[0]
    circle = shapely.Point(force.x, force.y)
    assert line.distance(circle) < 1
    assert line.project(circle, normalized=True) == pytest.approx(0.1, abs=0.01)


def test_who_has_no_number_or_only_a_way_home_has_no_circle():
    plane, home = make_spec().plane, make_movement("back", direction="home")
    assert draw_forces([make_movement("way")], PLACES, {}, plane) == {}
    assert draw_forces([home], PLACES, find_strengths([troops(low=9)]), plane) == {}


def test_aircraft_counted_together_are_told_once():
    plane = make_spec().plane
    ways = [
        make_movement(n, direction="home", aircraft=18, together="day")
        for n in ("one", "two")
    ]
    own = make_movement("own", direction="home", aircraft=4)
    out = make_movement("out", aircraft=2)
    found = draw_routes([*ways, own, out], PLACES, {}, plane)
    assert [route.aircraft for route in found] == [18, None, 4, None]


@pytest.mark.parametrize(
    ("certainty", "strengths"),
    [
        ("low", [troops(low=9)]),
        ("high", [troops(low=9, certainty="low")]),
        ("high", []),
    ],
)
def test_a_route_is_sure_only_if_way_and_strength_are(certainty, strengths):
    way = make_movement("way", certainty=certainty)
    found = find_strengths(strengths)
    (route,) = draw_routes([way], PLACES, found, make_spec().plane)
    assert not route.is_sure


def test_an_arrow_stands_on_its_way_and_points_along_it():
    plane = make_spec().plane
    (route,) = draw_routes([make_movement("way")], PLACES, {}, plane)
    line = plane.to_drawing(
        gpd.GeoDataFrame(geometry=[great_circle([TOWN, CITY])], crs=4326)
    ).geometry.iloc[0]
    assert line.distance(shapely.Point(route.arrow[:2])) < 1
    (x0, y0), (x1, y1) = line.coords[0], line.coords[-1]
    assert route.arrow[2] == pytest.approx(degrees(atan2(y1 - y0, x1 - x0)), abs=5)


def test_no_movements_are_no_routes():
    assert draw_routes([], PLACES, {}, make_spec().plane) == []


def test_the_contingents_in_kazakhstan_are_as_strong_as_the_record_says(all_facts):
    strengths = find_strengths(all_facts["almaty"].world.dataset.events)
    assert {code: s.low for code, s in strengths.items() if s.is_sure} == {
        "KGZ": 150,
        "ARM": 100,
    }
    assert not strengths["RUS"].is_sure
    assert set(strengths) == {"RUS", "BLR", "TJK", "KGZ", "ARM"}


def test_every_way_of_the_real_data_lies_on_its_map(all_facts):
    facts = all_facts["almaty"]
    rows = [
        m
        for m in facts.world.dataset.movements
        if m.movement in facts.state_changes.routes
    ]
    frame = shapely.box(0, 0, *facts.spec.plane.size)
    routes = draw_routes(rows, facts.world.places, {}, facts.spec.plane)
    assert len(routes) == len(facts.state_changes.routes) > 10
    assert all(frame.contains(shapely.Point(route.arrow[:2])) for route in routes)
