"""Shapes as RFC 7946 has them."""

import json

import geopandas as gpd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from csto_atlas.maps.downloads.geojson import map_territories, tidy
from tests.made.downloads import name_all
from tests.made.worlds import make_world

RING = shapely.Polygon(
    [(0, 0), (0, 9), (9, 9), (9, 0)], [[(2, 2), (4, 2), (4, 4), (2, 4)]]
)


def list_polygons(shape):
    return shape.geoms if shape.geom_type == "MultiPolygon" else [shape]


def is_right(shape):
    """Tell whether outer rings run counterclockwise, and inner ones clockwise."""
    return all(
        part.exterior.is_ccw and not any(ring.is_ccw for ring in part.interiors)
        for part in list_polygons(shape)
    )


@given(st.booleans(), st.booleans())
def test_rings_run_as_the_standard_wants_them(first, second):
    parts = [
        shapely.orient_polygons(part, exterior_cw=is_clockwise)
        for part, is_clockwise in (
            (RING, first),
            (shapely.box(20, 0, 21, 1), second),
        )
    ]
    assert is_right(tidy(shapely.MultiPolygon(parts)))


def test_lines_and_points_that_a_cut_leaves_are_dropped():
    line, point = shapely.LineString([(0, 0), (1, 1)]), shapely.Point(3, 3)
    inner = shapely.GeometryCollection([line, shapely.box(20, 0, 21, 1)])
    shape = tidy(shapely.GeometryCollection([RING, point, inner]))
    assert shape.geom_type == "MultiPolygon"
    assert shape.area == pytest.approx(RING.area + 1)
    assert tidy(shapely.GeometryCollection([RING, point])).geom_type == "Polygon"


def test_a_point_stays_a_point():
    assert tidy(shapely.Point(1.123456, 2)).equals(shapely.Point(1.12346, 2))


def test_a_territory_across_the_antimeridian_is_cut_and_wound_alike():
    far = shapely.orient_polygons(shapely.box(170, 40, 190, 50), exterior_cw=True)
    boundaries = gpd.GeoDataFrame({"code": ["AAA"]}, geometry=[far], crs=4326)
    text = map_territories(boundaries, name_all(make_world().dataset))
    (feature,) = json.loads(text)["features"]
    shape = shapely.geometry.shape(feature["geometry"])
    assert shape.bounds == (-180, 40, 180, 50)
    assert is_right(shape)
    assert shape.area == pytest.approx(far.area)


def test_every_downloaded_shape_has_the_right_kind_and_rings(atlas):
    for name in ("territories", "areas"):
        text = (atlas / "data" / f"{name}.geojson").read_text(encoding="utf-8")
        for feature in json.loads(text)["features"]:
            shape = shapely.geometry.shape(feature["geometry"])
            assert shape.geom_type in ("Polygon", "MultiPolygon")
            assert is_right(shape), feature["properties"]["code"]
