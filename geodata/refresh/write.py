"""Write GeoJSON and CSV: sorted, rounded, the same bytes on every run."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from csto_atlas.geodata.refresh.planes import EURASIA

Properties = Mapping[str, object]


def round_to(geometry: BaseGeometry, digits: int) -> BaseGeometry:
    """Round coordinates; vertices that were shared stay shared."""

    def turn(points: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.round(points, digits) + 0.0

    rounded = shapely.transform(geometry, turn)
    return shapely.orient_polygons(shapely.remove_repeated_points(rounded))


def simplify_alone(
    shape: BaseGeometry, tolerance_m: float, digits: int
) -> BaseGeometry:
    """Simplify a shape that shares no edge with another, valid when rounded.

    Parameters
    ----------
    shape : geometry
        In degrees.
    tolerance_m : float
    digits : int
        Decimals of a degree.
    """
    flat = shapely.simplify(EURASIA.project(shape), tolerance_m)
    return shapely.set_precision(EURASIA.unproject(flat), 10.0**-digits)


def write_geojson(
    path: Path, shapes: Iterable[tuple[Properties, BaseGeometry]], digits: int
) -> None:
    """Write features, one a line.

    Parameters
    ----------
    path : Path
    shapes : iterable of (properties, geometry)
        In the order of the file; geometry in degrees.
    digits : int
        Decimals of a degree.
    """
    features = [
        {
            "type": "Feature",
            "properties": dict(properties),
            "geometry": shapely.geometry.mapping(round_to(shape, digits)),
        }
        for properties, shape in shapes
    ]
    lines = ",\n".join(_to_json(feature) for feature in features)
    text = f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n'
    path.write_text(text, encoding="utf-8", newline="\n")


def _to_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def write_table(
    path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]
) -> None:
    """Write a table.

    Parameters
    ----------
    path : Path
    header : sequence of str
    rows : iterable of sequence
        Cells in the order of the header.
    """
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
