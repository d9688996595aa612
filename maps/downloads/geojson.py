"""What can be downloaded as GeoJSON: territories, disputed areas, events."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import geopandas as gpd
import shapely
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from csto_atlas.events.dates import contains
from csto_atlas.events.records import Dataset
from csto_atlas.maps.downloads.credits import ATTRIBUTION
from csto_atlas.maps.downloads.tables import Table

WORLD, BEYOND = shapely.box(-180, -90, 180, 90), shapely.box(180, -90, 540, 90)
DIGITS = 5  # of a degree: about a metre
Feature = tuple[BaseGeometry, Mapping[str, Any]]


def map_territories(
    boundaries: gpd.GeoDataFrame,
    dataset: Dataset,
    names: Mapping[str, Mapping[str, str]],
) -> str:
    """Write the territories with their latest status.

    Parameters
    ----------
    boundaries : GeoDataFrame
        ``code`` and polygons in EPSG:4326.
    dataset : Dataset
    names : mapping of mapping of str
        Names of territories by language, then by code.

    Returns
    -------
    str
        GeoJSON; a territory across the antimeridian is cut there.
    """
    held = {
        row.code: row
        for row in dataset.memberships
        if row.organisation == dataset.meta.organisation
        if contains(row.period, dataset.meta.as_of)
    }
    labels = {status.id: status.label for status in dataset.statuses}
    features = []
    for code, shape in zip(boundaries["code"], boundaries.geometry, strict=True):
        row = held.get(code)
        said = {"code": code, "status": row.status if row else None}
        said |= {"since": row.start.text if row else None}
        for language in dataset.meta.languages:
            said[f"name_{language}"] = names[language][code]
            said[f"status_{language}"] = labels[row.status][language] if row else None
        features.append((_cut(shape), said))
    return _write("territories", features)


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


def _write(name: str, features: Iterable[Feature]) -> str:
    lines = [
        json.dumps(
            {
                "type": "Feature",
                "properties": properties,
                "geometry": json.loads(shapely.to_geojson(_round(shape))),
            },
            ensure_ascii=False,
            separators=(",", ":"),
        )
        for shape, properties in features
    ]
    head = {"type": "FeatureCollection", "name": name, "attribution": ATTRIBUTION}
    text = json.dumps(head, ensure_ascii=False)[:-1]
    return f'{text}, "features": [\n' + ",\n".join(lines) + "\n]}\n"


def _round(shape: BaseGeometry) -> BaseGeometry:
    return shapely.transform(shape, lambda points: points.round(DIGITS))
