"""Layers of events scattered over the made world, and what a row of them should be."""

from datetime import date, timedelta

import geopandas as gpd
import h3
import numpy as np
import pandas as pd
import shapely
from pyproj import Transformer

from csto_atlas.events.dates import Interval
from csto_atlas.events.files.items import Origin
from csto_atlas.events.layers.model import Layer
from csto_atlas.geodata.ground import Ground
from csto_atlas.maps.joins.event_coverage import list_statuses, locate
from csto_atlas.maps.joins.row_coverage import make_setting
from csto_atlas.maps.joins.terrain import Terrain
from csto_atlas.maps.layers.model import Tally
from csto_atlas.maps.timeline.ticks import make_ticks, span
from tests.made.worlds import make_place, make_spec, make_world

WORLD = make_world()
TERRAIN = Terrain(
    grounds=[Ground(WORLD.geodata.boundaries)],
    outlines=WORLD.geodata.areas,
    border=shapely.MultiLineString([[(70, 44), (70, 52)]]),
)
SETTING = make_setting(WORLD.dataset, TERRAIN)
SPEC = make_spec(
    timeline=[
        {"from": "1992", "to": "1993", "step": "year"},
        {"from": "1994-03", "to": "1994-12", "step": "month"},
    ],
    layers=["made"],
)
TICKS = make_ticks(SPEC.timeline, WORLD.dataset.meta.as_of)
COLUMNS = {
    "id": "id", "start": "first", "end": "last", "latitude": "lat",
    "longitude": "lon", "kind": "kind", "title": "title", "text": "text",
    "place_precision": "where", "date_precision": "when",
    "low": "low", "best": "best", "high": "high",
}  # fmt: skip
RADII = {"1": 0.0, "2": 25.0, "3": None}


def make_made(folder, file="made.csv", **changes):
    return Layer.model_validate({
        "origin": Origin(f"{folder.as_posix()}/made.yml", 1), "id": "made",
        "name": {"en": "Made"}, "covers": {"en": "All"}, "licence": {"en": "None"},
        "source": "daily", "file": file, "columns": COLUMNS,
        "kinds": [{"code": "1", "name": "Fighting"}],
        "place_precision": [
            {"code": code, "radius_km": km} for code, km in RADII.items()
        ],
        "date_precision": [
            {"code": "1", "is_exact": True}, {"code": "2", "is_exact": False},
        ],
        **changes,
    })  # fmt: skip


def scatter(number, seed=1, places=None):
    """Make rows all over the made world and beyond it, as texts; many share a place."""
    random = np.random.default_rng(seed)
    places = places or max(1, number // 3)
    lon = random.uniform(55, 90, places).round(3)
    lat = random.uniform(38, 60, places).round(3)
    place = random.integers(0, places, number)
    first = np.datetime64("1991-06-01") + random.integers(0, 1500, number)
    last = first + random.integers(0, 40, number)
    killed = random.integers(0, 9, number)
    return pd.DataFrame({
        "id": [f"e{n}" for n in range(number)],
        "first": first.astype(str), "last": last.astype(str),
        "lat": lat[place].astype(str), "lon": lon[place].astype(str),
        "kind": random.choice(["1", "2"], number), "title": "A clash",
        "text": "What was said of it", "where": random.choice(["1", "2", "3"], number),
        "when": random.choice(["1", "2"], number),
        "low": np.where(killed > 7, "", killed.astype(str)),
        "best": (killed + 1).astype(str), "high": (killed + 5).astype(str),
    })  # fmt: skip


def write(rows, path, **options):
    """Write rows as CSV or GeoParquet."""
    if path.suffix == ".csv":
        rows.to_csv(path, index=False)
        return path
    typed = rows.assign(
        lat=rows["lat"].astype(float), lon=rows["lon"].astype(float),
        **{c: pd.to_numeric(rows[c]).astype("Int64") for c in ("low", "best", "high")},
    )  # fmt: skip
    points = gpd.points_from_xy(typed["lon"], typed["lat"])
    gpd.GeoDataFrame(typed, geometry=points, crs=4326).to_parquet(path, **options)
    return path


def expect(rows, spec=SPEC, ticks=TICKS):
    """Join row by row, with what joins the events of a data set.

    Returns
    -------
    list of dict
        Of the rows that fall in a tick and lie within the frame.
    undated, outside : int
    """
    there = Transformer.from_crs(4326, spec.projection, always_xy=True)
    left, bottom, right, top = spec.frame
    kept, undated, outside = [], 0, 0
    for row in rows.to_dict("records"):
        start = date.fromisoformat(row["first"])
        end = date.fromisoformat(row["last"])
        when = Interval(start, end + timedelta(days=1), False, False, row["first"])
        days = span(ticks, when)
        x, y = there.transform(float(row["lon"]), float(row["lat"]))
        if days is None:
            undated += 1
        elif not (left <= x <= right and bottom <= y <= top):
            outside += 1
        else:
            kept.append((row, when, days))
    places = [
        make_place(float(row["lon"]), float(row["lat"]), code="ZZZ",
                   radius_km=RADII[row["where"]] or 0.0)
        for row, *_ in kept
    ]  # fmt: skip
    dates = [when for _, when, _ in kept]
    spots = locate(places, dates, WORLD.dataset.areas, TERRAIN)
    found = [expect_one(*one, spot) for one, spot in zip(kept, spots, strict=True)]
    return found, undated, outside


def expect_one(row, when, days, spot):
    codes = tuple(code for code in spot.codes if code != "ZZZ")
    held = list_statuses(WORLD.dataset.memberships, codes, when).get("pact", {})
    statuses = dict.fromkeys(s for code in codes for s in held.get(code, ()))
    km = RADII[row["where"]]
    return {
        "id": row["id"], "at": (float(row["lon"]), float(row["lat"])), "days": days,
        "radius": km, "exact": row["when"] == "1", "codes": codes, "area": spot.area,
        "statuses": tuple(statuses),
        "border_km": None if km is None else spot.border_km,
        **{c: int(row[c]) if row[c] else None for c in ("low", "best", "high")},
    }  # fmt: skip


def tally(events):
    return Tally(
        events=len(events),
        **{c: sum(e[c] or 0 for e in events) for c in ("low", "best", "high")},
        vague_places=sum(e["radius"] != 0 for e in events),
        vague_dates=sum(not e["exact"] for e in events),
    )


def tallies(events, key):
    groups = {}
    for event in events:
        groups.setdefault(key(event), []).append(event)
    return {name: tally(group) for name, group in groups.items()}


def cell_of(event, grid):
    lon, lat = event["at"]
    return h3.latlng_to_cell(lat, lon, grid), event["days"][0]
