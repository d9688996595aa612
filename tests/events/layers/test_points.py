"""Layers whose places are the points of a GeoParquet file."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import shapely

from csto_atlas.events.layers.checks import check_layer
from csto_atlas.events.layers.row_values import read_values
from csto_atlas.events.layers.rows import read_chunks
from tests.made.layer_files import RECORD, add_layer

PLACED = RECORD.replace(
    "  latitude: lat\n  longitude: lon\n", "  geometry: where it was\n"
)
PLACED = PLACED.replace("file: seen.csv", "file: seen.parquet")
SPOTS = [shapely.Point(45.25, 40.5), shapely.Point(), shapely.Point(46, 39), None]
IN_DEGREES = [[45.25, 40.5], [np.nan] * 2, [46, 39], [np.nan] * 2]
THERE = "layers/seen.yml:11: seen.parquet has column 'where it was'"


def add_points(folder, shapes=SPOTS, crs=4326, to_crs=None, **options):
    """Put a layer into a folder: its rows are in GeoParquet, placed by these shapes."""
    add_layer(folder, *[{}] * len(shapes), record=PLACED)
    rows = pd.read_csv(folder.path / "layers" / "seen.csv", dtype=str)
    rows = rows.drop(columns=["lat", "lon"])
    places = gpd.GeoDataFrame(rows, geometry=list(shapes), crs=crs)
    places = places.to_crs(to_crs) if to_crs else places
    places = places.rename_geometry("where it was")
    places.to_parquet(folder.path / "layers" / "seen.parquet", **options)
    return folder


def places_of(folder):
    (layer,) = folder.load().layers
    read = [read_values(chunk, layer) for chunk in read_chunks(layer, 3)]
    return pd.concat(read)[["lon", "lat"]].to_numpy()


@pytest.mark.parametrize("to_crs", [None, 3857, 32638, "OGC:CRS84"])
def test_points_are_degrees_whatever_their_reference_system(folder, to_crs):
    add_points(folder, to_crs=to_crs)
    assert folder.problems() == []
    np.testing.assert_allclose(places_of(folder), IN_DEGREES, atol=1e-9)


@pytest.mark.parametrize(
    "options", [{"row_group_size": 1}, {"use_dictionary": False}, {"compression": None}]
)
def test_points_are_read_alike_however_they_were_written(folder, options):
    add_points(folder, **options)
    np.testing.assert_allclose(places_of(folder), IN_DEGREES)


def test_a_file_that_names_no_reference_system_key_is_in_longitude_and_latitude(folder):
    path = add_points(folder).path / "layers" / "seen.parquet"
    rows = pq.read_table(path)
    said = {b"geo": b'{"columns": {"where it was": {"encoding": "WKB"}}}'}
    pq.write_table(rows.replace_schema_metadata(said), path)
    assert folder.problems() == []
    np.testing.assert_allclose(places_of(folder), IN_DEGREES)


LINE = shapely.LineString([(45, 40), (46, 41)])
NO_POINTS = "expected points alone, such as representative_point() makes"


@pytest.mark.parametrize(
    ("shapes", "crs", "options", "problem"),
    [
        ([LINE], 4326, {}, f"{THERE} with LineString; {NO_POINTS}"),
        ([SPOTS[0], LINE.buffer(1)], 4326, {}, f"{THERE} with Polygon; {NO_POINTS}"),
        ([shapely.MultiPoint([(45, 40)])], 4326, {},
         f"{THERE} with MultiPoint; {NO_POINTS}"),
        (SPOTS, None, {}, f"{THERE} without a coordinate reference system; "
         "expected one, such as set_crs(4326) of GeoPandas adds"),
        (SPOTS, 4326, {"geometry_encoding": "geoarrow"},
         f"{THERE} in the encoding 'point'; expected 'WKB'"),
    ],
)  # fmt: skip
def test_what_is_no_point_on_the_earth_is_refused(
    folder, shapes, crs, options, problem
):
    add_points(folder, shapes, crs, **options)
    assert folder.problems() == [problem]


def test_bytes_that_nothing_calls_a_geometry_are_refused(folder):
    path = add_points(folder).path / "layers" / "seen.parquet"
    for said in (None, {b"geo": b"{"}, {b"geo": b'{"columns": {"other": {}}}'}):
        pq.write_table(pq.read_table(path).replace_schema_metadata(said), path)
        (problem,) = folder.problems()
        assert problem.startswith(f"{THERE}, which is not said to be a geometry")


def test_a_cell_that_is_no_point_is_named_by_its_row(folder):
    path = (
        add_points(folder, [shapely.Point(0, 95), *SPOTS]).path
        / "layers"
        / "seen.parquet"
    )
    rows = pq.read_table(path)
    first = rows["where it was"][0].as_py()
    cells = [first, b"\x01\x02", shapely.to_wkb(LINE), None, None]
    at = rows.column_names.index("where it was")
    pq.write_table(rows.set_column(at, "where it was", [pa.array(cells)]), path)
    said = [problem.partition(": ")[2] for problem in folder.problems()]
    assert said == [
        "bad geometry 'POINT (0 95)'; expected a point on the Earth",
        "bad geometry 'no WKB'; expected a point on the Earth",
        "bad geometry 'LINESTRING (45 40, 46 41)'; expected a point on the Earth",
    ]


def test_a_place_is_in_columns_of_degrees_or_in_one_of_points(folder):
    for there in ("  latitude: lat\n", "  latitude: lat\n  geometry: spot\n", ""):
        record = RECORD.replace("  latitude: lat\n  longitude: lon\n", there)
        (problem,) = add_layer(folder, record=record).problems()
        assert "expected latitude and longitude, or geometry" in problem


def test_a_geometry_in_a_csv_file_is_refused(folder):
    (problem,) = add_layer(folder, record=PLACED.replace(".parquet", ".csv")).problems()
    assert problem == (
        "layers/seen.yml:11: a geometry in seen.csv; expected columns of latitude and "
        "longitude, or a GeoParquet file"
    )


def test_all_parts_are_in_one_reference_system(folder):
    (layer,) = add_points(folder).load().layers
    parts = folder.path / "layers" / "parts"
    parts.mkdir()
    for number, crs in enumerate((None, 3857)):
        add_points(folder, to_crs=crs)
        layer.path.rename(parts / f"part.{number}.parquet")
    (problem,) = check_layer(layer.model_copy(update={"file": "parts"}))
    assert problem.what.startswith("part.1.parquet is in another coordinate reference")


def test_a_long_cell_repeated_many_times_is_refused_before_it_is_unpacked(folder):
    path = add_points(folder, [SPOTS[0]] * 4).path / "layers" / "seen.parquet"
    rows = pq.read_table(path)
    long = pa.array([b"\x01" * 10_000_000] * 4)
    at = rows.column_names.index("where it was")
    pq.write_table(rows.set_column(at, "where it was", [long]), path)
    (problem,) = folder.problems()
    assert problem.endswith("in 'where it was'; expected at most 100")
