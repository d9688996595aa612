"""Territory, distance, cover and wait, computed a second time from the files.

Nothing here uses the code that it checks, but to compare: the tables are read with csv
and PyYAML, the outlines with json; distances are measured in a plane around each point,
to polygons and to the segments that two outlines share.
"""

import csv
import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import shapely
import yaml
from pyproj import Transformer

from csto_atlas.events.dates import parse
from csto_atlas.maps.joins.waiting import wait_days

ROOT = Path(__file__).parents[2]
DATA = ROOT / "events" / "data" / "csto"
GEODATA = ROOT / "geodata" / "data"
FILES = ("arm_aze_full", "central_asia_full")  # unsimplified
DAY = timedelta(days=1)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def outlines(name: str) -> list[tuple[str, shapely.Geometry]]:
    content = json.loads((GEODATA / f"{name}.geojson").read_text(encoding="utf-8"))
    return [
        (feature["properties"]["code"], shapely.geometry.shape(feature["geometry"]))
        for feature in content["features"]
    ]


@cache
def places() -> dict[str, dict[str, str]]:
    return {row["place"]: row for row in rows(GEODATA / "places.csv")}


@cache
def states() -> list[tuple[str, shapely.Geometry]]:
    return [pair for name in FILES for pair in outlines(name)]


@cache
def exclaves() -> list[tuple[str, shapely.Geometry]]:
    return outlines("exclaves")


@cache
def events() -> list[dict]:
    return [
        event
        for path in sorted((DATA / "events").glob("*.yml"))
        for event in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


@cache
def protected() -> set[str]:
    statuses = yaml.safe_load((DATA / "statuses.yml").read_text(encoding="utf-8"))
    return {status["id"] for status in statuses if status.get("protected")}


@cache
def terms() -> list[dict[str, str]]:
    table = rows(DATA / "memberships.csv")
    return [row for row in table if row["organisation"] == "csto"]


def days(text: str) -> tuple[date, date]:
    """Return the first and the last day of a plain EDTF date."""
    ends = [re.sub("[~?%]", "", part).split("-") for part in str(text).split("/")]
    first = date(*(int(part) for part in [*ends[0], "1", "1"][:3]))
    last = [int(part) for part in ends[-1]]
    if len(last) == 3:
        return first, date(*last)
    year, month = (last[0] + 1, 1) if len(last) == 1 else (last[0], last[1] + 1)
    after = date(year + (month == 13), 1 if month == 13 else month, 1)
    return first, after - DAY


def plane_at(place: dict[str, str]):
    """Return what turns degrees into kilometres around a place."""
    crs = f"+proj=aeqd +lat_0={place['lat']} +lon_0={place['lon']} +units=km"
    turn = Transformer.from_crs("EPSG:4326", crs, always_xy=True)
    return lambda xy: np.column_stack(turn.transform(xy[:, 0], xy[:, 1]))


def radius_of(place: dict[str, str]) -> float:
    return float(place["radius_km"] or 0)


@cache
def grounds() -> list[tuple[str, shapely.Geometry]]:
    """Return the exclaves, and the states without those of other states."""
    law = shapely.union_all([shape for _, shape in exclaves()])
    return [*((code, shape.difference(law)) for code, shape in states()), *exclaves()]


@cache
def territory(name: str) -> set[str]:
    """Return the states that a place, or the disc around it, lies in."""
    place = places()[name]
    at = shapely.Point(float(place["lon"]), float(place["lat"]))
    near = shapely.box(at.x - 1, at.y - 1, at.x + 1, at.y + 1)
    plane, origin = plane_at(place), shapely.Point(0, 0)
    found = {place["code"]}
    for code, shape in grounds():
        cut = shape.intersection(near)
        if cut.is_empty:
            continue
        if shapely.transform(cut, plane).distance(origin) <= radius_of(place):
            found.add(code)
    return found


@cache
def shared_segments() -> np.ndarray:
    """Return the segments that the outlines of both states share, shape (n, 2, 2)."""
    sides = []
    for code in ("ARM", "AZE"):
        (shape,) = [shape for name, shape in outlines(FILES[0]) if name == code]
        pairs = set()
        for ring in shapely.get_rings(shapely.get_parts(shape)):
            points = [tuple(point) for point in shapely.get_coordinates(ring)]
            pairs |= {tuple(sorted(pair)) for pair in pairwise(points)}
        sides.append(pairs)
    return np.array(sorted(sides[0] & sides[1]))


def border_km(place: dict[str, str]) -> float:
    """Return how far a place is from the nearest of these segments."""
    flat = plane_at(place)(shared_segments().reshape(-1, 2)).reshape(-1, 2, 2)
    start, way = flat[:, 0], flat[:, 1] - flat[:, 0]
    length = np.maximum((way**2).sum(axis=1), 1e-12)
    along = np.clip(-(start * way).sum(axis=1) / length, 0, 1)
    return float(np.hypot(*(start + along[:, None] * way).T).min())


def protections(code: str, first: date, last: date) -> Iterator[bool | None]:
    """Go through the days of an event: protected, not, or None where it is in doubt."""
    day = first
    while day <= last:
        held = [
            term
            for term in terms()
            if term["code"] == code
            and days(term["start"])[0] <= day
            and (not term["end"] or day < days(term["end"])[0])
        ]
        sure = all(term["certainty"] == "high" for term in held)
        yield any(term["status"] in protected() for term in held) if sure else None
        day += DAY


def cover(event: dict, grounds: list[set[str]]) -> str:
    """Return what the Treaty was for the places of an event."""
    answers = set()
    first, last = days(event["date"])
    for codes in grounds:
        found = {answer for code in codes for answer in protections(code, first, last)}
        if found in ({True}, {False}):
            answers |= found
    if len(answers) == 2:
        return "partly"
    return {(True,): "covered", (False,): "not-covered"}.get(
        tuple(answers), "undecided"
    )


def placed() -> list[dict]:
    """Return the events all of whose places lie in states with whole outlines."""
    whole = {code for code, _ in states()}
    return [
        event
        for event in events()
        if event.get("place")
        and all(places()[name]["code"] in whole for name in names(event))
    ]


def names(event: dict) -> list[str]:
    return list(dict.fromkeys([event["place"], *event.get("other_places", [])]))


@pytest.fixture(scope="module")
def findings(all_facts):
    return all_facts["border"].world.findings


def test_most_events_with_a_place_are_computed_again() -> None:
    assert len(placed()) > 100
    assert len(shared_segments()) > 4000


def test_every_territory_is_found_again(findings) -> None:
    for event in placed():
        spots = findings[event["id"]].spots
        assert {spot.place for spot in spots} == {*names(event)}
        for spot in spots:
            assert {*spot.codes} == territory(spot.place), (event["id"], spot.place)


def test_every_distance_from_the_border_is_found_again(findings) -> None:
    spots = {spot for event in placed() for spot in findings[event["id"]].spots}
    near = {spot.place: spot.border_km for spot in spots if spot.border_km is not None}
    assert len(near) > 40
    again = {name: border_km(places()[name]) for name in near}
    assert again == pytest.approx(near, abs=0.15)


def test_every_cover_is_found_again(findings) -> None:
    again = {
        event["id"]: cover(event, [territory(name) for name in names(event)])
        for event in placed()
    }
    assert again == {name: findings[name].answer for name in again}
    assert {*again.values()} == {"covered", "not-covered", "partly", "undecided"}


def test_every_wait_is_found_again() -> None:
    calls = [event for event in events() if event.get("request", {}).get("answered")]
    assert len(calls) >= 6
    for event in calls:
        asked, answered = event["date"], event["request"]["answered"]
        (first, last), (soon, late) = days(asked), days(answered)
        waits = max(0, (soon - last).days), max(0, (late - first).days)
        assert wait_days(parse(asked), parse(answered)) == waits, event["id"]
