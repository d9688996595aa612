"""The boundaries of the world: every territory, one coverage, each in one piece."""

import csv

import geopandas as gpd
import numpy as np
import pytest
import shapely
from shapely.affinity import translate

from csto_atlas.geodata.borders import (
    distance_km,
    distances_km,
    shared_border,
    territory_of,
)
from csto_atlas.geodata.boundaries import load_boundaries
from csto_atlas.geodata.ground import Ground, both_sides, territories_at
from csto_atlas.geodata.mainland import main_parts

pytestmark = pytest.mark.slow  # all states of the world

FILE = "world.geojson"
ERROR_KM = 4.0  # of a coast
SMALLEST = ["BHR", "KIR", "MDV", "MCO", "MLT", "NRU", "SMR", "SGP", "TUV", "VAT"]
# GeoNames has these points.
CAPITALS = {
    "USA": (-77.0364, 38.8951), "CAN": (-75.6981, 45.4112), "MEX": (-99.1277, 19.4285),
    "BRA": (-47.9297, -15.7797), "ARG": (-58.3772, -34.6132), "PER": (-77.03, -12.04),
    "ZAF": (28.1878, -25.7449), "NGA": (7.4951, 9.0579), "EGY": (31.2497, 30.0626),
    "KEN": (36.8172, -1.2833), "AUS": (149.1281, -35.2835), "NZL": (174.7756, -41.2866),
    "JPN": (139.6917, 35.6895), "IDN": (106.8451, -6.2146), "IND": (77.2311, 28.6128),
    "SAU": (46.7219, 24.6877), "QAT": (51.5310, 25.2855), "BHR": (50.5832, 26.2279),
    "FRA": (2.3488, 48.8534), "GBR": (-0.1257, 51.5085), "ISL": (-21.8954, 64.1355),
    "RUS": (37.6156, 55.7522), "MLT": (14.5147, 35.8997), "GUF": (-52.3333, 4.9333),
    "GRL": (-51.7216, 64.1835), "PNG": (147.1494, -9.4431), "LUX": (6.13, 49.6117),
}  # fmt: skip


@pytest.fixture(scope="module")
def drawn(shapes):
    return shapes(FILE)


def test_every_territory_is_drawn_or_its_note_says_with_whom(data, drawn):
    with (data / "territories.csv").open(encoding="utf-8") as file:
        notes = {row["code"]: row["note"] for row in csv.DictReader(file)}
    missing = {code: notes[code] for code in notes.keys() - drawn.keys()}
    assert set(missing) == {"ALA", "HKG", "MAC", "SJM", "XKX"}
    assert all("drawn" in note for note in missing.values())
    assert drawn.keys() <= notes.keys()
    assert not [code for code, note in notes.items() if note == "not drawn"]


def test_it_is_valid_and_one_coverage(drawn):
    assert all(shape.is_valid and not shape.is_empty for shape in drawn.values())
    assert shapely.coverage_is_valid(list(drawn.values()))


@pytest.mark.parametrize("code", CAPITALS)
def test_a_capital_is_in_its_state_within_the_error(drawn, code):
    point = shapely.Point(CAPITALS[code])
    assert distance_km(point, drawn[code]) <= ERROR_KM
    assert territory_of(point, drawn) in (code, None)


@pytest.mark.parametrize("code", SMALLEST)
def test_the_smallest_states_are_there(drawn, code):
    assert drawn[code].area > 0


@pytest.mark.parametrize(
    ("place", "lon", "lat"),
    [
        ("the Atlantic", -40, 30),
        ("the Caspian", 50.5, 42),
        ("the Gulf", 51.5, 27),
        ("the Pacific", -140, 0),
    ],
)
def test_the_sea_is_nobodys(drawn, place, lon, lat):
    assert territory_of(shapely.Point(lon, lat), drawn) is None


@pytest.mark.parametrize("code", ["RUS", "FJI", "NZL", "KIR"])
def test_a_state_on_the_antimeridian_is_on_one_side_of_it(drawn, code):
    west, _, east, _ = drawn[code].bounds
    assert west > 0
    assert 180 < east < 220


@pytest.mark.parametrize(
    ("code", "lon", "lat"), [("RUS", 180, 68.5), ("FJI", 180, -16.85)]
)
def test_nothing_is_cut_at_the_antimeridian(drawn, code, lon, lat):
    around = shapely.Point(lon, lat).buffer(0.02)
    assert drawn[code].covers(around)


def test_a_long_straight_border_has_corners_enough_to_bend(drawn):
    border = shapely.intersection(drawn["USA"], drawn["CAN"])
    parallel = shapely.clip_by_rect(border, -120, 48.9, -100, 49.1)
    assert shapely.get_num_coordinates(parallel) > 20


def test_the_file_is_light(data):
    assert (data / FILE).stat().st_size < 2_500_000


def test_a_point_west_of_the_antimeridian_is_found_east_of_it(data):
    frame = both_sides(load_boundaries(data / FILE))
    chukotka = shapely.Point(-175.0, 66.5)
    points = frame.geometry.iloc[:0].reindex([0]).set_crs(4326)
    points[0] = chukotka
    assert territories_at(points, np.zeros(1), [Ground(frame)]) == [("RUS",)]


def test_remote_parts_are_not_main_ones(drawn):
    def shows(code, lon, lat):
        return any(p.covers(shapely.Point(lon, lat)) for p in main_parts(drawn[code]))

    assert shows("USA", -98, 39)
    assert shows("USA", -150, 64)  # Alaska
    assert not shows("USA", -155.5, 19.6)  # Hawaii
    assert shows("NOR", 9, 61)
    assert not shows("NOR", 16, 78.5)  # Svalbard
    assert not shows("ESP", -16.6, 28.3)  # Tenerife
    assert shows("RUS", 21, 54.7)  # Kaliningrad
    assert shows("MYS", 102, 4)
    assert shows("MYS", 115, 4)


def test_the_main_parts_do_not_depend_on_the_longitude_they_are_written_with(drawn):
    shape = drawn["FJI"]
    here, there = main_parts(shape), main_parts(translate(shape, xoff=-360))
    assert len(here) == len(there)


@pytest.mark.slow
def test_a_drawn_border_is_within_three_kilometres_of_its_source(shapes, drawn):
    full = shapes("arm_aze_full.geojson")
    source = shared_border(full["ARM"], full["AZE"])
    border = shapely.segmentize(shared_border(drawn["ARM"], drawn["AZE"]), 0.02)
    points = gpd.GeoSeries(shapely.points(shapely.get_coordinates(border)), crs=4326)
    assert 0.5 < distances_km(points, source).max() < 3
