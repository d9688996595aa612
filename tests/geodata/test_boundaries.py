import json

import pytest
import shapely

from csto_atlas.events.errors import DataError
from csto_atlas.geodata.boundaries import load_boundaries

SQUARE = shapely.box(0, 0, 1, 1)
BOW_TIE = shapely.Polygon([(0, 0), (1, 1), (1, 0), (0, 1)])


def write(folder, *shapes, key="code"):
    features = [
        {"type": "Feature", "properties": {key: name}, "geometry": geometry}
        for name, shape in shapes
        for geometry in [shape and shapely.geometry.mapping(shape)]
    ]
    path = folder / "shapes.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return path


def test_shapes_are_loaded_with_their_code(tmp_path):
    frame = load_boundaries(write(tmp_path, ("AAA", SQUARE)))
    assert list(frame["code"]) == ["AAA"]
    assert frame.crs.to_epsg() == 4326
    assert frame.geometry[0].equals(SQUARE)


def test_the_key_may_be_another_property(tmp_path):
    path = write(tmp_path, ("crimea", SQUARE), key="area")
    assert list(load_boundaries(path, "area")["area"]) == ["crimea"]


def test_longitudes_beyond_180_stay_as_they_are(tmp_path):
    path = write(tmp_path, ("RUS", shapely.box(170, 60, 190, 70)))
    assert load_boundaries(path).geometry[0].bounds[2] == 190


@pytest.mark.parametrize(
    ("shapes", "message"),
    [
        ([("AAA", SQUARE), ("AAA", SQUARE)], "feature 2: code 'AAA' again"),
        ([("", SQUARE)], "feature 1: no property 'code'"),
        ([("AAA", None)], "'AAA' has no geometry"),
        ([("AAA", BOW_TIE)], "AAA: invalid: Self-intersection"),
        ([("AAA", SQUARE.boundary)], "AAA: a LineString; expected a polygon"),
        ([("AAA", shapely.box(0, 0, 1, 95))], "expected degrees, longitude first"),
    ],
)
def test_a_wrong_shape_is_named(tmp_path, shapes, message):
    with pytest.raises(DataError, match=message):
        load_boundaries(write(tmp_path, *shapes))


def test_every_wrong_shape_is_named(tmp_path):
    path = write(tmp_path, ("AAA", BOW_TIE), ("BBB", SQUARE.boundary))
    with pytest.raises(DataError) as caught:
        load_boundaries(path)
    assert len(caught.value.problems) == 2


@pytest.mark.parametrize("text", ["", "[]", '{"type": "FeatureCollection"}', "{"])
def test_a_file_that_is_no_collection_is_named(tmp_path, text):
    path = tmp_path / "shapes.geojson"
    path.write_text(text)
    with pytest.raises(DataError, match="expected a GeoJSON FeatureCollection"):
        load_boundaries(path)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(DataError, match=r"no\.geojson: No such file"):
        load_boundaries(tmp_path / "no.geojson")


@pytest.mark.parametrize("broken", ["[[[0,0],[1,0],[1,1],[0,]]]", "[[[0,0],[1,0]]]"])
def test_broken_coordinates_are_named(tmp_path, broken):
    path = tmp_path / "broken.geojson"
    path.write_text(
        '{"type":"FeatureCollection","features":[{"type":"Feature","properties":'
        '{"code":"AAA"},"geometry":{"type":"Polygon","coordinates":' + broken + "}}]}"
    )
    with pytest.raises(DataError, match=r"broken\.geojson"):
        load_boundaries(path)
