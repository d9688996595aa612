"""The files of geodata/data: sound, whole, and what PROVENANCE.json says they are."""

import hashlib
import json

import pytest
import shapely
from pyproj import Transformer

from csto_atlas.geodata.borders import territory_of
from csto_atlas.geodata.territories import load_territories

COVERAGES = (
    "eurasia.geojson",
    "almaty.geojson",
    "caucasus.geojson",
    "arm_aze_full.geojson",
    "central_asia_full.geojson",
)
KEYS = {
    "eurasia.geojson": "code",
    "almaty.geojson": "code",
    "caucasus.geojson": "code",
    "arm_aze_full.geojson": "code",
    "central_asia_full.geojson": "code",
    "areas.geojson": "area",
    "caucasus_areas.geojson": "area",
    "exclaves.geojson": "exclave",
    "admin1.geojson": "province",
    "lakes.geojson": "lake",
    "almaty_lakes.geojson": "lake",
    "caucasus_lakes.geojson": "lake",
}
NAMED_BY_THE_FACTS = (
    "RUS KAZ KGZ TJK ARM BLR UZB AZE GEO SRB AFG IRN TUR UKR MDA TKM CHN MNG PAK IND"
)


@pytest.mark.parametrize(("name", "key"), KEYS.items())
def test_every_shape_is_valid(shapes, name, key):
    assert all(
        shape.is_valid and not shape.is_empty for shape in shapes(name, key).values()
    )


@pytest.mark.parametrize("name", COVERAGES)
def test_neighbours_share_every_vertex(shapes, name):
    assert shapely.coverage_is_valid(list(shapes(name).values()))


@pytest.mark.parametrize("name", [name for name in KEYS if KEYS[name] != "lake"])
def test_features_are_sorted_by_name(shapes, name):
    names = list(shapes(name, KEYS[name]))
    assert names == sorted(names)


def test_every_territory_the_facts_name_is_drawn(shapes):
    assert set(NAMED_BY_THE_FACTS.split()) <= set(shapes("eurasia.geojson"))


def test_every_drawn_territory_is_registered(shapes, data):
    codes = load_territories(data / "territories.csv")
    assert {code for name in COVERAGES for code in shapes(name)} <= set(codes)


def test_russia_is_in_one_piece_across_the_antimeridian(shapes):
    parts = shapely.get_parts(shapes("eurasia.geojson")["RUS"])
    mainland = max(parts, key=lambda part: part.area)
    assert mainland.bounds[2] > 189
    assert mainland.covers(shapely.Point(177.5, 64.7))
    assert mainland.covers(shapely.Point(186.8, 66.5))


def test_kaliningrad_and_nakhchivan_are_pieces_of_their_own(shapes):
    drawn = shapes("eurasia.geojson")
    for code, lon, lat in (("RUS", 21.2, 54.65), ("AZE", 45.4, 39.3)):
        parts = shapely.get_parts(drawn[code])
        here = [part for part in parts if part.covers(shapely.Point(lon, lat))]
        assert len(here) == 1
        assert here[0].area < 0.5 * drawn[code].area


@pytest.mark.parametrize(
    ("place", "lon", "lat", "code"),
    [
        ("Simferopol", 34.10, 44.95, "UKR"),
        ("Donetsk", 37.80, 48.02, "UKR"),
        ("Sukhumi", 41.05, 43.02, "GEO"),
        ("Tskhinvali", 43.97, 42.23, "GEO"),
        ("Tiraspol", 29.63, 46.84, "MDA"),
        ("Pristina", 21.16, 42.66, "SRB"),
        ("Khankendi", 46.75, 39.82, "AZE"),
        ("Baikonur", 63.30, 45.95, "KAZ"),
        ("Golan", 35.80, 33.00, "SYR"),
        ("Kyrenia", 33.35, 35.25, "CYP"),
        ("Taichung", 120.8, 24.1, "TWN"),
        ("Sokh", 71.13, 39.96, "UZB"),
        ("Vorukh", 70.58, 39.86, "TJK"),
        ("Shohimardon", 71.80, 39.98, "UZB"),
    ],
)
def test_ground_is_drawn_with_the_state_the_un_general_assembly_sees(
    shapes, place, lon, lat, code
):
    point = shapely.Point(lon, lat)
    assert territory_of(point, shapes("eurasia.geojson")) == code


def test_the_caspian_is_water(shapes):
    everywhere = shapely.union_all(list(shapes("eurasia.geojson").values()))
    assert not everywhere.intersects(shapely.Point(50.5, 42.0))


def test_the_overview_reaches_from_europe_to_the_pacific(shapes):
    crs = "+proj=laea +lat_0=48 +lon_0=72 +datum=WGS84 +units=km"
    transformer = Transformer.from_crs(4326, crs, always_xy=True)
    points = shapely.get_coordinates(list(shapes("eurasia.geojson").values()))
    x, y = transformer.transform(*points.T)
    assert (round(x.min()), round(x.max()), round(y.min())) == (-5000, 4900, -2900)
    assert 5400 < y.max() < 5550


def test_provenance_names_the_very_files(data):
    outputs = json.loads((data / "PROVENANCE.json").read_text())["outputs"]
    files = {
        path.name for path in data.iterdir() if path.suffix in (".geojson", ".csv")
    }
    assert set(outputs) == files
    for name, entry in outputs.items():
        assert hashlib.sha256((data / name).read_bytes()).hexdigest() == entry["sha256"]


def test_every_input_is_pinned(data):
    inputs = json.loads((data / "PROVENANCE.json").read_text())["inputs"]
    assert all(entry["version"] and entry["licence"] for entry in inputs)
    assert all(len(entry["sha256"]) == 64 for entry in inputs if "file" in entry)


def test_the_readme_explains_every_file(data):
    readme = (data / "README.md").read_text()
    missing = [path.name for path in data.iterdir() if f"`{path.name}`" not in readme]
    assert missing == []
