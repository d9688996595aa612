"""Rows of layers joined like the events of a data set, one by one and all at once."""

import dataclasses

import numpy as np
import pandas as pd
import pytest
import shapely

from csto_atlas.events.dates import parse
from csto_atlas.maps.joins.event_coverage import NEAR_KM, locate
from csto_atlas.maps.joins.row_coverage import join_days, join_points, make_setting
from csto_atlas.maps.joins.terrain import Terrain
from tests.made.read_layers import SETTING, TERRAIN, WORLD
from tests.made.worlds import make_place

EPOCH = np.datetime64("1970-01-01")


def points(*rows):
    return pd.DataFrame(rows, columns=["lon", "lat", "radius_km"])


def days(*rows):
    """Make rows of a place, its codes and the first and the last day."""
    frame = pd.DataFrame(rows, columns=["lon", "lat", "codes", "start", "end"])
    for column in ("start", "end"):
        since = np.array(frame[column], "datetime64[D]") - EPOCH
        frame[column] = since.astype(int)
    return frame


def test_only_memberships_of_the_main_organisation_count():
    setting = make_setting(WORLD.dataset, TERRAIN)
    assert {row.organisation for row in setting.memberships} == {"pact"}
    assert setting.areas == WORLD.dataset.areas
    assert setting.terrain is TERRAIN


def test_breaks_are_the_days_on_which_a_term_begins_or_ends():
    found = EPOCH + SETTING.breaks
    assert found.astype(str).tolist() == [
        "1992-05-15", "1993-01-01", "1993-12-31", "1994-02-22", "1995-06-01",
    ]  # fmt: skip


def test_a_point_is_on_the_ground_of_every_territory_that_its_disc_touches():
    joined = join_points(
        points((66, 48, 0), (69.9, 48, 20), (10, 10, 0), (69.9, 48, np.nan)), SETTING
    )
    assert joined["codes"].tolist() == ["AAA", "AAA BBB", "", "AAA"]


def test_how_far_from_the_border_is_told_near_it_and_of_places_that_are_known():
    places = [(lon, 48.0, 0.0) for lon in (60, 66, 68, 69, 71, 72.5, 73, 80)]
    frame = points(*places, (69, 48, np.nan), (69, 60, 0), (69, 30, 0))
    frame.index = frame.index + 100
    joined = join_points(frame, SETTING)
    assert joined.index.equals(frame.index)
    found = joined["border_km"].tolist()
    alone = [
        locate([make_place(lon, lat)], [parse("1993")], (), TERRAIN)[0].border_km
        for lon, lat, _ in places
    ]
    assert found[:8] == pytest.approx([np.nan if km is None else km for km in alone],
                                      nan_ok=True)  # fmt: skip
    assert sum(km <= NEAR_KM for km in found[:8]) == 4
    assert np.isnan(found[8:]).all()


def test_without_a_border_no_distance_is_told():
    terrain = Terrain(TERRAIN.grounds, TERRAIN.outlines, shapely.MultiLineString())
    setting = dataclasses.replace(SETTING, terrain=terrain)
    assert join_points(points((69, 48, 0)), setting)["border_km"].isna().all()


def test_near_a_pole_the_border_is_looked_for_all_around():
    border = shapely.MultiLineString([[(0, 88.9), (10, 88.9)]])
    terrain = Terrain(TERRAIN.grounds, TERRAIN.outlines, border)
    setting = dataclasses.replace(SETTING, terrain=terrain)
    (km,) = join_points(points((60, 89, 0)), setting)["border_km"]
    assert km < NEAR_KM


@pytest.mark.parametrize(
    ("start", "end", "area"),
    [
        ("1992-12-31", "1992-12-31", ""),
        ("1992-12-30", "1993-01-01", "valley"),
        ("1993-01-01", "1993-01-01", "valley"),
        ("1995-05-31", "1995-07-01", "valley"),
        ("1995-06-01", "1995-06-01", ""),
    ],
)
def test_a_place_is_in_an_area_while_that_is_disputed(start, end, area):
    rows = days((73, 47, "BBB", start, end), (66, 48, "AAA", start, end))
    assert join_days(rows, SETTING)["area"].tolist() == [area, ""]


def test_statuses_stand_by_code_then_by_time_each_once():
    rows = days(
        (66, 48, "AAA", "1994-02-21", "1994-02-22"),
        (66, 48, "BBB AAA", "1993-12-30", "1994-03-01"),
        (66, 48, "", "1993-12-30", "1994-03-01"),
        (66, 48, "AAA", "1992-05-14", "1992-05-14"),
    )
    rows.index = rows.index + 7
    joined = join_days(rows, SETTING)
    assert joined["statuses"].tolist() == ["member frozen", "member frozen", "", ""]
    assert joined.index.equals(rows.index)


@pytest.mark.slow
def test_rows_between_the_same_days_of_change_are_the_same_to_the_day():
    first = np.arange("1992-05-10", "1995-06-10", dtype="datetime64[D]")
    together = days(*((73, 47, "AAA BBB", str(d), str(d)) for d in first))
    joined = join_days(together, SETTING)
    for n in range(0, len(first), 45):
        alone = join_days(together.iloc[[n]], SETTING)
        assert joined.iloc[n].tolist() == alone.iloc[0].tolist()
    changes = (joined != joined.shift()).any(axis=1)
    assert first[changes].astype(str).tolist() == [
        "1992-05-10", "1992-05-15", "1993-01-01", "1994-02-22",
        "1995-06-01",
    ]  # fmt: skip
