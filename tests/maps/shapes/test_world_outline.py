import geopandas as gpd
import numpy as np
import pytest
import shapely

from csto_atlas.maps.shapes import world_outline
from csto_atlas.maps.shapes.world_outline import (
    fit_lakes,
    fit_world,
    is_near,
    leave_specks,
    show_small,
    simplify,
)
from tests.made.worlds import make_spec

SPEC = make_spec(closest=1)


def territories(**shapes):
    return gpd.GeoDataFrame(
        {"code": list(shapes)}, geometry=list(shapes.values()), crs=4326
    )


def wavy(corners, radius=1000.0, seed=1):
    """Make an island with so many corners, rough at every size."""
    steps = np.random.default_rng(seed).normal(0, 1, corners).cumsum()
    steps -= np.linspace(0, steps[-1], corners)
    turns = np.linspace(0, 2 * np.pi, corners, endpoint=False)
    far = radius + steps / np.abs(steps).max() * radius / 4
    return shapely.Polygon(np.column_stack([far * np.cos(turns), far * np.sin(turns)]))


def corners_of(shapes):
    return int(shapely.get_num_coordinates(shapes).sum())


def test_few_corners_are_simplified_only_as_finely_as_asked():
    shapes = np.array([wavy(3000)])
    assert shapely.equals_exact(
        simplify(shapes, 2.0, 500.0), shapely.coverage_simplify(shapes, 2.0)
    ).all()


@pytest.fixture
def most(monkeypatch):
    """Let a page have a tenth of the corners, so that shapes can be small."""
    monkeypatch.setattr(world_outline, "MOST_CORNERS", 650)
    return 650


def test_many_corners_are_simplified_until_they_just_fit_a_page(most):
    shapes = np.array([wavy(6000)])
    found = corners_of(simplify(shapes, 0.4, 500.0))
    assert 0.75 * most < found <= most


def test_no_map_is_simplified_more_than_it_may_be(most):
    shapes = np.array([wavy(6000)])
    simple = simplify(shapes, 0.2, 0.5)
    assert corners_of(simple) > most
    assert corners_of(simple) >= corners_of(shapely.coverage_simplify(shapes, 0.625))


def test_islands_too_small_to_be_seen_go_unless_a_state_has_nothing_else():
    big, speck = shapely.box(0, 0, 10, 10), shapely.box(20, 0, 21, 1)
    only, beside = shapely.box(30, 0, 31, 1), shapely.box(10, 0, 10.5, 0.5)
    frame = territories(
        AAA=shapely.MultiPolygon([big, speck]), BBB=only,
        CCC=shapely.MultiPolygon([beside, shapely.box(40, 0, 44, 4)]),
    )  # fmt: skip
    kept = leave_specks(frame, 4.0).set_index("code").geometry
    assert kept["AAA"].equals(big)
    assert kept["BBB"].equals(only)
    # It meets another state: without it there would be a hole.
    assert len(shapely.get_parts(kept["CCC"])) == 2


def test_land_that_hangs_together_with_what_is_seen_is_near():
    shapes = np.array([
        shapely.box(0, 0, 10, 10), shapely.box(10, 0, 20, 10),
        shapely.box(30, 0, 40, 10),
    ])  # fmt: skip
    assert is_near(shapes, (-5, 2, 5, 8)).tolist() == [True, True, False]
    assert is_near(shapes, (31, 2, 32, 8)).tolist() == [False, False, True]


def test_a_state_in_focus_too_small_to_be_seen_is_drawn_as_discs():
    islands = shapely.MultiPolygon([shapely.box(0, 0, 1, 1), shapely.box(50, 0, 51, 1)])
    flat = territories(
        AAA=islands, BBB=shapely.box(0, 60, 1, 61), CCC=shapely.box(90, 90, 190, 190)
    ).set_crs(SPEC.projection, allow_override=True)
    found = show_small(flat, flat, ["AAA", "CCC"], 5.0).set_index("code").geometry
    assert len(shapely.get_parts(found["AAA"])) == 2
    assert found["AAA"].bounds == pytest.approx((-4.5, -4.5, 55.5, 5.5), abs=0.6)
    assert found["BBB"].equals(flat.geometry[1])
    assert found["CCC"].equals(flat.geometry[2])


def test_the_world_is_cut_and_projected_and_stays_a_coverage():
    world = territories(
        AAA=shapely.box(62, 44, 72, 52), BBB=shapely.box(72, 44, 82, 52),
        FAR=shapely.box(-80, -10, -70, 0),
    )  # fmt: skip
    found = fit_world(world, SPEC, ["AAA"])
    assert list(found["code"]) == ["AAA", "BBB"]
    assert found.crs == SPEC.projection
    assert shapely.coverage_is_valid(found.geometry.array)
    middle = found.geometry[0].boundary.intersection(found.geometry[1].boundary)
    assert np.abs(shapely.get_coordinates(middle)[:, 0]).max() < 1
    left, _, right, _ = found.total_bounds
    assert (left, right) == pytest.approx((-790, 790), abs=40)


def test_lakes_too_small_to_be_seen_go():
    lakes = gpd.GeoDataFrame(
        {"lake": ["large", "small"]},
        geometry=[shapely.box(70, 47, 71, 48), shapely.box(73, 47, 73.05, 47.05)],
        crs=4326,
    )
    assert list(fit_lakes(lakes, SPEC)["lake"]) == ["large"]
