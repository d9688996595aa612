import geopandas as gpd
import numpy as np
import shapely

from csto_atlas.maps.drawing.polygons import (
    COARSE,
    coarsen,
    draw_clipped,
    draw_seen,
    draw_shapes,
    order,
)
from tests.made.worlds import make_spec, make_world

SPEC = make_spec()
WORLD = make_world()
DRAWN = draw_clipped(WORLD.geodata.boundaries, SPEC)


def states(*codes):
    """Return states side by side, in drawing steps."""
    boxes = [shapely.box(x, 0, x + 1, 1) for x in range(len(codes))]
    return gpd.GeoDataFrame({"code": codes}, geometry=boxes)


def test_nothing_is_drawn_beyond_the_frame():
    width, height = SPEC.plane.size
    wide = gpd.GeoDataFrame(
        {"code": ["BIG", "FAR"]},
        geometry=[shapely.box(50, 40, 90, 60), shapely.box(0, 0, 5, 5)],
        crs=4326,
    )
    drawn = draw_clipped(wide, SPEC)
    assert list(drawn["code"]) == ["BIG"]
    assert shapely.box(0, 0, width, height).buffer(1e-6).covers(drawn.geometry[0])


def test_the_middle_of_the_projection_lies_in_the_middle_of_the_drawing():
    point = gpd.GeoDataFrame(geometry=[shapely.box(71.9, 47.9, 72.1, 48.1)], crs=4326)
    middle = draw_clipped(point, SPEC).geometry.iloc[0].centroid
    assert middle.distance(shapely.Point(1000, 1000)) < 1


def test_shapes_are_numbered_in_the_order_of_their_frame():
    shapes = draw_shapes(DRAWN, "code")
    assert [(shape.key, shape.number) for shape in shapes] == [
        ("AAA", 0), ("BBB", 1), ("CCC", 2),
    ]  # fmt: skip
    assert all(shape.path.endswith("z") for shape in shapes)


def test_the_focus_lies_on_top_and_its_neighbours_beneath_it():
    ordered = order(states("DDD", "AAA", "CCC", "BBB"), ["AAA"])
    assert list(ordered["code"]) == ["BBB", "CCC", "DDD", "AAA"]


def test_what_lies_beyond_the_frame_is_not_seen():
    places = {
        "in": shapely.Point(72, 48),
        "across": shapely.box(72, 48, 170, 50),
        "out": shapely.Point(0, 0),
        "on the other side of the globe": shapely.Point(-108, -48),
    }
    points = gpd.GeoDataFrame(
        {"key": list(places)}, geometry=list(places.values()), crs=4326
    )
    seen = draw_seen(points, SPEC).set_index("key").geometry
    assert list(seen.index) == ["in", "across"]
    assert seen["across"].bounds[2] > SPEC.plane.size[0]


def test_far_vertices_move_to_a_coarser_grid_and_near_ones_stay():
    spec = make_spec(fine=(0, 0, 100, 100))
    left, top, right, bottom = spec.plane.box(spec.fine)
    near, far = (left + 3.4, top + 3.4), (right + 13.4, bottom + 26.6)
    shape = shapely.Polygon([near, far, (right + 40, top + 3)])
    frame = gpd.GeoDataFrame({"code": ["AAA"]}, geometry=[shape])
    moved = shapely.get_coordinates(coarsen(frame, spec).geometry.array)
    assert tuple(moved[0]) == near
    assert not (moved[1] % COARSE).any()
    assert np.abs(moved[1] - far).max() <= COARSE / 2
    assert coarsen(frame, SPEC) is frame
