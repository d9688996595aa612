"""Boundaries: GeoJSON -> GeoDataFrame, checked."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from csto_atlas.events.errors import DataError, Problem

_COORDINATES = re.compile(r'"coordinates"\s*:\s*\[[\[\]\d.,\-+eE\s]*\]')
_KINDS = {
    "polygon": (shapely.GeometryType.POLYGON, shapely.GeometryType.MULTIPOLYGON),
    "line": (shapely.GeometryType.LINESTRING, shapely.GeometryType.MULTILINESTRING),
}


def load_boundaries(
    path: Path, key: str = "code", kind: str = "polygon"
) -> gpd.GeoDataFrame:
    """Load polygons, or lines.

    Parameters
    ----------
    path : Path
        GeoJSON in degrees, longitude first; a longitude may exceed 180, so that a
        state on the antimeridian stays in one piece.
    key : str
        The property that names a shape; no two may share it.
    kind : str
        ``polygon`` or ``line``.

    Returns
    -------
    GeoDataFrame
        The properties and the geometry in EPSG:4326, in the order of the file.

    Raises
    ------
    DataError
        With every problem of the file.
    """
    text, features = _read_features(path)
    problems = list(_check_keys(path, features, key))
    if not problems:
        # By GEOS itself: for large files twice as quick as feature by feature.
        shapes = shapely.get_parts(_read_shapes(path, text))
        properties = [feature["properties"] for feature in features]
        frame = gpd.GeoDataFrame(properties, geometry=shapes, crs=4326)
        problems = list(_check_shapes(path, frame, key, kind))
    if problems:
        raise DataError(problems)
    return frame


def _read_features(path: Path) -> tuple[str, list[dict[str, Any]]]:
    where, expected = str(path), "a GeoJSON FeatureCollection"
    try:
        text = path.read_text(encoding="utf-8-sig")
        # GEOS reads the coordinates; as lists of lists they would fill the memory.
        collection = json.loads(_COORDINATES.sub('"coordinates":[]', text))
    except OSError as error:
        raise DataError([Problem(where, str(error.strerror), "a file")]) from error
    except ValueError as error:
        raise DataError([Problem(where, str(error), expected)]) from error
    features = collection.get("features") if isinstance(collection, dict) else None
    if not isinstance(features, list) or not features:
        raise DataError([Problem(where, "no features", expected)])
    return text, features


def _read_shapes(path: Path, text: str) -> BaseGeometry:
    try:
        return shapely.from_geojson(text)
    except shapely.errors.GEOSException as error:
        raise DataError([Problem(str(path), str(error), "GeoJSON")]) from error


def _check_keys(
    path: Path, features: list[dict[str, Any]], key: str
) -> Iterator[Problem]:
    seen: set[object] = set()
    for number, feature in enumerate(features, 1):
        where, name = (
            f"{path}: feature {number}",
            feature.get("properties", {}).get(key),
        )
        if not name:
            yield Problem(where, f"no property {key!r}", "one")
        elif name in seen:
            yield Problem(where, f"{key} {name!r} again", "each only once")
        elif not feature.get("geometry"):
            yield Problem(where, f"{name!r} has no geometry", "a polygon")
        seen.add(name)


def _check_shapes(
    path: Path, frame: gpd.GeoDataFrame, key: str, kind: str
) -> Iterator[Problem]:
    shapes = frame.geometry.array
    is_kind = np.isin(shapely.get_type_id(shapes), _KINDS[kind])
    reasons = shapely.is_valid_reason(shapes)
    west, south, east, north = shapely.bounds(shapes).T
    is_inside = (west >= -180) & (east <= 360) & (south >= -90) & (north <= 90)
    for i, name in enumerate(frame[key]):
        where = f"{path}: {name}"
        if not is_kind[i]:
            yield Problem(where, f"a {shapes[i].geom_type}", f"a {kind}")
        elif reasons[i] != "Valid Geometry":
            yield Problem(where, f"invalid: {reasons[i]}", f"a valid {kind}")
        if not is_inside[i]:
            bounds = shapes[i].bounds
            yield Problem(where, f"bounds {bounds}", "degrees, longitude first")
