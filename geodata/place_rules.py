"""Rules for the rows of the gazetteer."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from csto_atlas.events.errors import Problem

REQUIRED = ("place", "lat", "lon", "precision", "code", "source")
OPTIONAL = ("radius_km", "geonames_id", "note", "outline")
NAME = re.compile("(name|other_name)_([a-z]{2,3})")
OUTLINES = ("", "unknown")
PRECISIONS = ("exact", "approximate")


def require(languages: Sequence[str]) -> tuple[str, ...]:
    """Return the columns that a gazetteer with names in these languages must have."""
    return (*REQUIRED, *(f"name_{language}" for language in languages))


def check_header(
    where: str, header: Collection[str], languages: Sequence[str]
) -> Iterator[Problem]:
    """Yield a problem for every missing and every unknown column.

    Parameters
    ----------
    where : str
        ``file:line`` of the header.
    header : collection of str
    languages : sequence of str
        That places need a name in.
    """
    required = require(languages)
    for column in required:
        if column not in header:
            yield Problem(
                where, f"no column {column!r}", f"all of {', '.join(required)}"
            )
    for column in header:
        if list(header).count(column) > 1:
            yield Problem(where, f"column {column!r} twice", "each column once")
        if column not in (*REQUIRED, *OPTIONAL) and not NAME.fullmatch(column):
            known = ", ".join((*required, *OPTIONAL))
            yield Problem(where, f"unknown column {column!r}", known)


def check_row(
    where: str,
    row: Mapping[str, str | None],
    places: Collection[str],
    languages: Sequence[str],
) -> Iterator[Problem]:
    """Yield every problem of a row; `places` are the ids of the rows above it.

    Parameters
    ----------
    where : str
        ``file:line`` of the row.
    row : mapping of str
        Cells by column.
    places : collection of str
        Ids of the rows above it.
    languages : sequence of str
        That places need a name in.
    """
    if "" in row or None in row.values():
        yield Problem(where, "too many or too few cells", "as many as in the header")
        return
    for column in require(languages):
        if not row[column]:
            yield Problem(where, f"no {column}", "one")
    if row["place"] in places:
        yield Problem(where, f"place {row['place']!r} again", "each only once")
    if row["precision"] not in PRECISIONS:
        what = f"precision {row['precision']!r}"
        yield Problem(where, what, " or ".join(PRECISIONS))
    if (outline := row.get("outline") or "") not in OUTLINES:
        yield Problem(where, f"outline {outline!r}", "nothing, or 'unknown'")
    yield from _check_point(where, row)


def _check_point(where: str, row: Mapping[str, str | None]) -> Iterator[Problem]:
    lat, lon = _number(row["lat"]), _number(row["lon"])
    if lat is None or not -90 <= lat <= 90:
        yield Problem(where, f"lat {row['lat']!r}", "degrees from -90 to 90")
    if lon is None or not -180 <= lon <= 180:
        yield Problem(where, f"lon {row['lon']!r}", "degrees from -180 to 180")
    radius = _number(row.get("radius_km") or "0")
    is_approximate = row["precision"] == "approximate"
    if radius is None or radius < 0 or (radius > 0) != is_approximate:
        what = f"radius_km {row.get('radius_km')!r} with precision {row['precision']!r}"
        yield Problem(where, what, "kilometres if approximate, nothing if exact")
    geonames_id = row.get("geonames_id") or "0"
    if not geonames_id.isdecimal():
        yield Problem(where, f"geonames_id {geonames_id!r}", "a whole number")


def _number(text: str | None) -> float | None:
    try:
        return float(text or "")
    except ValueError:
        return None
