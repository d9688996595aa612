"""Lakes: which ones are drawn, and how true."""

import json

import pytest
import shapely
from pyproj import Geod

SMALLEST = {
    "lakes.geojson": 1_200,
    "almaty_lakes.geojson": 1_200,  # near Almaty none is between 100 and that
    "caucasus_lakes.geojson": 100,
}
# A point in a lake, and how much its drawn size may differ from the source's.
NEAR = (
    ("almaty_lakes.geojson", "Issyk-Kul", 77.3, 42.45, 0.01),
    ("almaty_lakes.geojson", "Kapchagay", 77.6, 43.83, 0.02),
    ("caucasus_lakes.geojson", "Sevan", 45.3, 40.35, 0.01),
    ("caucasus_lakes.geojson", "Van", 42.9, 38.6, 0.01),
    ("caucasus_lakes.geojson", "Urmia", 45.4, 37.7, 0.01),
    ("caucasus_lakes.geojson", "Mingachevir", 46.75, 40.93, 0.02),
)


@pytest.fixture
def sizes(data):
    def read(name):
        features = json.loads((data / name).read_text())["features"]
        return {f["properties"]["lake"]: f["properties"]["km2"] for f in features}

    return read


@pytest.mark.parametrize(("name", "smallest"), SMALLEST.items())
def test_lakes_are_counted_from_the_largest_to_the_smallest(sizes, name, smallest):
    found = sizes(name)
    assert list(found) == list(range(1, len(found) + 1))
    assert list(found.values()) == sorted(found.values(), reverse=True)
    assert found[len(found)] >= smallest


@pytest.mark.parametrize(("name", "lake", "lon", "lat", "tolerance"), NEAR)
def test_a_lake_seen_from_close_by_has_its_size(
    shapes, sizes, name, lake, lon, lat, tolerance
):
    drawn = shapes(name, "lake")
    spot = shapely.Point(lon, lat)
    (number,) = [n for n, shape in drawn.items() if shape.covers(spot)]
    km2 = abs(Geod(ellps="WGS84").geometry_area_perimeter(drawn[number])[0]) / 1e6
    assert km2 == pytest.approx(sizes(name)[number], rel=tolerance)


@pytest.mark.parametrize("name", SMALLEST)
def test_no_place_lies_in_a_lake(shapes, places, name):
    water = shapely.union_all(list(shapes(name, "lake").values()))
    assert [key for key, place in places.items() if water.covers(place.point)] == []
