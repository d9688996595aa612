"""The gazetteer: places with names, coordinates and precision."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from shapely import Point
from shapely.geometry.base import BaseGeometry

from csto_atlas.events.errors import Problem
from csto_atlas.geodata.borders import distance_km, territory_of
from csto_atlas.geodata.place_rules import NAME, check_header, check_row

LANGUAGES = ("en", "ar", "ru")  # of the common gazetteer


@dataclass(frozen=True)
class Place:
    """A place that events happened at.

    Attributes
    ----------
    id : str
    names, other_names : mapping
        By language; other names are those of the other side or of another time.
    lat, lon : float
        Degrees.
    precision : str
        ``exact`` or ``approximate``.
    radius_km : float
        How far off an approximate point may be; 0 for an exact one.
    code : str
        The state it is in, in the borders recognised by the UN General Assembly.
    geonames_id : int or None
    source, note : str
    has_outline : bool
        False for an exclave that the other side holds and whose outline is not known:
        drawn borders have it on the wrong side.
    path, line : str, int
        Where the record was read.
    """

    id: str
    names: Mapping[str, str]
    other_names: Mapping[str, str]
    lat: float
    lon: float
    precision: str
    radius_km: float
    code: str
    geonames_id: int | None
    source: str
    note: str
    path: str
    line: int
    has_outline: bool = True

    @property
    def point(self) -> Point:
        """The place as a geometry, longitude first."""
        return Point(self.lon, self.lat)

    @property
    def where(self) -> str:
        """The file and the line, for a message."""
        return f"{self.path}:{self.line}"


def load_gazetteer(
    common: Path, own: Path, languages: Sequence[str]
) -> tuple[dict[str, Place], list[Problem]]:
    """Load the common gazetteer and that of a data set.

    Parameters
    ----------
    common, own : Path
        CSV; there need not be one of the data set's own.
    languages : sequence of str
        Those of the data set: its own places must have a name in each.

    Returns
    -------
    dict of Place
        The good ones of both, by id.
    list of Problem
        Everything that is wrong with the others; no id may be in both.
    """
    places, problems = load_places(common)
    if own.exists():
        added, wrong = load_places(own, languages, known=places)
        places |= added
        problems += wrong
    return places, problems


def load_places(
    path: Path,
    languages: Sequence[str] = LANGUAGES,
    known: Mapping[str, Place] | None = None,
) -> tuple[dict[str, Place], list[Problem]]:
    """Load a gazetteer.

    Parameters
    ----------
    path : Path
        CSV; its columns are explained in ``geodata/data/README.md``.
    languages : sequence of str
        In which every place must have a name; it may have others besides.
    known : mapping of Place, optional
        Places of another gazetteer: their ids are taken.

    Returns
    -------
    dict of Place
        The good ones, by id.
    list of Problem
        Everything that is wrong with the others.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        return {}, [Problem(str(path), str(error), "a CSV file in UTF-8")]
    lines = StringIO(text, newline="")
    reader = csv.DictReader(lines, restkey="", restval=None)
    problems = list(check_header(f"{path}:1", reader.fieldnames or (), languages))
    places: dict[str, Place] = {}
    if not problems:
        for row in reader:
            where = f"{path}:{reader.line_num}"
            found = list(check_row(where, row, places, languages))
            if former := (known or {}).get(row["place"]):
                what = f"place {row['place']!r} is in {former.where} already"
                found.append(Problem(where, what, "an id of its own"))
            problems += found
            if not found:
                places[row["place"]] = _place(row, str(path), reader.line_num)
    return places, problems


def check_on(
    places: Mapping[str, Place],
    drawings: Iterable[Mapping[str, BaseGeometry]],
    tolerance_km: float,
) -> list[Problem]:
    """Report places that lie outside their state on every drawing.

    Parameters
    ----------
    places : mapping of Place
    drawings : iterable of mapping of geometry
        Territories by code. A place is right if one of them has it in its state; none
        is asked for once all are.
    tolerance_km : float
        How far their borders may be off.

    Returns
    -------
    list of Problem
        As the last drawing that knows the state has it.
    """
    unsettled = {name: place for name, place in places.items() if place.has_outline}
    told: dict[str, Problem] = {}
    for territories in drawings:
        known = {
            n: place for n, place in unsettled.items() if place.code in territories
        }
        found = check_places(known, territories, tolerance_km=tolerance_km)
        wrong = {problem.where: problem for problem in found}
        for name, place in known.items():
            if place.where in wrong:
                told[name] = wrong[place.where]
            else:
                told.pop(name, None)
                del unsettled[name]
        if not unsettled:
            break
    return [told[name] for name in places if name in told]


def check_places(
    places: Mapping[str, Place],
    territories: Mapping[str, BaseGeometry],
    apart: Collection[str] = (),
    tolerance_km: float = 0.0,
) -> list[Problem]:
    """Report places that are not in the state they name.

    Parameters
    ----------
    places : mapping of Place
    territories : mapping of geometry
        By code. A place in a state that is not among them is not checked.
    apart : collection of str
        Ids that are left out: exclaves that the other side holds.
    tolerance_km : float
        How far the drawn borders may be off.
    """
    problems = []
    for place in places.values():
        home = territories.get(place.code)
        if home is None or place.id in apart:
            continue
        reach = tolerance_km + place.radius_km
        if not home.intersects(place.point) and distance_km(place.point, home) > reach:
            there = territory_of(place.point, territories) or "the sea"
            what = f"{place.id!r} says {place.code} and lies in {there}"
            problems.append(Problem(place.where, what, f"a point in {place.code}"))
    return problems


def _place(row: Mapping[str, str], path: str, line: int) -> Place:
    return Place(
        id=row["place"],
        names=_by_language(row, "name"),
        other_names=_by_language(row, "other_name"),
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        precision=row["precision"],
        radius_km=float(row.get("radius_km") or 0),
        code=row["code"],
        geonames_id=int(row["geonames_id"]) if row.get("geonames_id") else None,
        source=row["source"],
        note=row.get("note", ""),
        path=path,
        line=line,
        has_outline=not row.get("outline"),
    )


def _by_language(row: Mapping[str, str], column: str) -> dict[str, str]:
    cells = ((NAME.fullmatch(name), text) for name, text in row.items())
    return {
        found[2]: text for found, text in cells if found and found[1] == column and text
    }
