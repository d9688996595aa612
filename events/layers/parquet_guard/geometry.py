"""Read what a GeoParquet file says about a column of points.

Source of the keys: GeoParquet specification 1.1,
https://geoparquet.org/releases/v1.1.0/. Coordinates are x, y (longitude, latitude)
whatever the coordinate reference system says.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from csto_atlas.events.layers.parquet_guard.limits import RefusedError

if TYPE_CHECKING:
    from pyarrow.parquet import FileMetaData

POINTS = ("Point", "Point Z", "Point M", "Point ZM")
_GEOPARQUET = "GeoParquet, as GeoDataFrame.to_parquet of GeoPandas writes it"


def read_crs(metadata: FileMetaData, name: str) -> str | None:
    """Read the coordinate reference system of a column of points.

    Parameters
    ----------
    metadata : FileMetaData
        Of a GeoParquet file.
    name : str
        The column.

    Returns
    -------
    str or None
        PROJJSON; None for longitude and latitude in WGS 84.

    Raises
    ------
    RefusedError
        If the column holds no points as WKB, or the file does not say in which
        coordinate reference system they are.
    """
    column = _describe(metadata, name)
    encoding = str(column.get("encoding"))
    if encoding.upper() != "WKB":
        raise RefusedError(f"column '{name}' in the encoding '{encoding}'", "'WKB'")
    if not is_wkb(metadata, name):
        raise RefusedError(f"column '{name}' with other cells than WKB", _GEOPARQUET)
    kinds = column.get("geometry_types", column.get("geometry_type")) or []
    others = sorted({str(kind) for kind in _listed(kinds)} - set(POINTS))
    if others:
        what = f"column '{name}' with {', '.join(others)[:80]}"
        raise RefusedError(what, "points alone, such as representative_point() makes")
    if "crs" not in column:
        return None  # the default of the specification: OGC:CRS84
    if not isinstance(column["crs"], dict):
        what = f"column '{name}' without a coordinate reference system"
        raise RefusedError(what, "one, such as set_crs(4326) of GeoPandas adds")
    return _check_crs(name, column["crs"])


def is_wkb(metadata: FileMetaData, name: str) -> bool:
    """Tell whether a column holds bytes, as WKB does."""
    from pyarrow import types

    kind = metadata.schema.to_arrow_schema().field(name).type
    return bool(types.is_binary(kind) or types.is_large_binary(kind))


def _describe(metadata: FileMetaData, name: str) -> dict[str, Any]:
    """Return what the file says about the column."""
    try:
        said = json.loads((metadata.metadata or {})[b"geo"])["columns"][name]
    except (KeyError, TypeError, ValueError, RecursionError):
        said = None
    if not isinstance(said, dict):
        what = f"column '{name}', which is not said to be a geometry"
        raise RefusedError(what, _GEOPARQUET)
    return said


def _listed(kinds: Any) -> list[Any]:
    return kinds if isinstance(kinds, list) else [kinds]


def _check_crs(name: str, said: dict[str, Any]) -> str | None:
    from pyproj import CRS
    from pyproj.exceptions import CRSError

    try:
        crs = CRS.from_json_dict(said)
    except (CRSError, TypeError, ValueError, RecursionError):
        crs = None
    if crs is None or not (crs.is_geographic or crs.is_projected):
        what = f"column '{name}' in a coordinate reference system that is not known"
        raise RefusedError(what, "one of the Earth, such as EPSG:4326")
    return None if crs.equals(CRS(4326), ignore_axis_order=True) else crs.to_json()
