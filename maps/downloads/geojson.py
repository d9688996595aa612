"""What can be downloaded as GeoJSON: territories, disputed areas, events."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import geopandas as gpd
import shapely
from shapely import MultiPolygon, Polygon
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from csto_atlas.events.dates import contains
from csto_atlas.events.records import Dataset, Membership
from csto_atlas.maps.downloads.credits import ATTRIBUTION
from csto_atlas.maps.downloads.names import Names
from csto_atlas.maps.downloads.tables import Table

WORLD, BEYOND = shapely.box(-180, -90, 180, 90), shapely.box(180, -90, 540, 90)
DIGITS = 5  # of a degree: about a metre
Feature = tuple[BaseGeometry, Mapping[str, Any]]


def map_territories(boundaries: gpd.GeoDataFrame, names: Names) -> str:
    """Write the territories with their latest status.

    Parameters
    ----------
    boundaries : GeoDataFrame
        ``code`` and polygons in EPSG:4326.
    names : Names
        Of a data set.

    Returns
    -------
    str
        GeoJSON; a territory across the antimeridian is cut there.
    """
    held = _latest(names.dataset)
    features = (
        (_cut(shape), _describe(code, held.get(code), names))
        for code, shape in zip(boundaries["code"], boundaries.geometry, strict=True)
    )
    return _write("territories", features)


def _latest(dataset: Dataset) -> dict[str, Membership]:
    """Return the row of every state that has a status on the last day of the data."""
    return {
        row.code: row
        for row in dataset.memberships
        if row.organisation == dataset.meta.organisation
        if contains(row.period, dataset.meta.as_of)
    }


def _describe(code: str, row: Membership | None, names: Names) -> dict[str, Any]:
    """Write the properties of a territory; what only a status has is null without."""
    statuses = names.of_status(row.status) if row else [None] * len(names.texts)
    said: dict[str, Any] = {
        "code": code,
        "status": row.status if row else None,
        "since": row.start.text if row else None,
        "certainty": row.certainty if row else None,
        "sources": " ".join(row.sources) if row else None,
    }
    for language, name, status in zip(
        names.texts, names.of_states([code]), statuses, strict=True
    ):
        said |= {f"name_{language}": name, f"status_{language}": status}
    return said


def map_areas(outlines: gpd.GeoDataFrame, areas: Table) -> str:
    """Write the disputed areas, once for each dated row of the table."""
    shapes = dict(zip(outlines["area"], outlines.geometry, strict=True))
    rows = (_named(areas, row) for row in areas.rows)
    return _write("areas", ((shapes[row["area"]], row) for row in rows))


def map_events(events: Table) -> str:
    """Write the places of events with the columns of the table."""
    rows = (_named(events, row) for row in events.rows)
    return _write(
        "events",
        (
            (shapely.Point(row["lon"], row["lat"]), row)
            for row in rows
            if row["place"] is not None
        ),
    )


def _named(table: Table, row: Sequence[Any]) -> dict[str, Any]:
    """Pair the cells of a row with their columns; an empty cell is null."""
    cells = (None if cell == "" else cell for cell in row)
    return {f.name: cell for f, cell in zip(table.fields, cells, strict=True)}


def _cut(shape: BaseGeometry) -> BaseGeometry:
    """Cut a shape at the antimeridian, as RFC 7946 wants it."""
    if shape.bounds[2] <= 180:
        return shape
    far = translate(shape.intersection(BEYOND), xoff=-360)
    return shapely.union_all([shape.intersection(WORLD), far])


def tidy(shape: BaseGeometry) -> BaseGeometry:
    """Round a shape, and have its rings run as RFC 7946 wants them.

    Parameters
    ----------
    shape : geometry
        In degrees.

    Returns
    -------
    geometry
        A point as it is; of others the polygons only, since a shape that is cut may
        leave lines and points along the cut. Outer rings run counterclockwise:
        programs that fill by direction take a ring that does not for the rest of the
        globe (RFC 7946, section 3.1.6).
    """
    rounded = shapely.transform(shape, lambda points: points.round(DIGITS))
    if rounded.geom_type == "Point":
        return rounded
    parts = [part for part in _flatten(rounded) if isinstance(part, Polygon)]
    whole: BaseGeometry = parts[0] if len(parts) == 1 else MultiPolygon(parts)
    oriented: BaseGeometry = shapely.orient_polygons(whole, exterior_cw=False)
    return oriented


def _flatten(shape: BaseGeometry) -> Iterator[BaseGeometry]:
    """Go through the simple shapes of a collection, however deep."""
    for part in shapely.get_parts(shape):
        yield from _flatten(part) if hasattr(part, "geoms") else (part,)


def _write(name: str, features: Iterable[Feature]) -> str:
    lines = [
        json.dumps(
            {
                "type": "Feature",
                "properties": properties,
                "geometry": json.loads(shapely.to_geojson(tidy(shape))),
            },
            ensure_ascii=False,
            separators=(",", ":"),
        )
        for shape, properties in features
    ]
    head = {"type": "FeatureCollection", "name": name, "attribution": ATTRIBUTION}
    text = json.dumps(head, ensure_ascii=False)[:-1]
    return f'{text}, "features": [\n' + ",\n".join(lines) + "\n]}\n"
