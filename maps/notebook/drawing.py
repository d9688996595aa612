"""Shapes of a GeoDataFrame -> one SVG in Web Mercator, each shape drawn once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Transformer
from shapely.geometry.base import BaseGeometry

from csto_atlas.maps.drawing.svg_paths import path_data
from csto_atlas.maps.labels.text_width import text_width

LatLng = tuple[float, float]
STEPS = 65_536  # across the drawing: a pixel each when it is 65,536 pixels wide
LIMIT = 85.06  # degrees of latitude at which Web Mercator ends
LETTERS = 12.0  # pixels, the font of names


@dataclass(frozen=True)
class ShapeName:
    """The name of a shape, at a place inside it.

    Attributes
    ----------
    shape : int
    text : str
    x, y : float
        In drawing steps.
    far : float
        Steps a pixel up to which the name is no wider than the shape.
    """

    shape: int
    text: str
    x: float
    y: float
    far: float


@dataclass(frozen=True)
class MercatorDrawing:
    """Shapes in whole steps.

    Attributes
    ----------
    family : str
        ``polygons``, ``lines`` or ``points``.
    paths : tuple of str
        Path data by shape.
    names : tuple of ShapeName
    width, height : int
        In steps.
    bounds : tuple of (lat, lng)
        South-west and north-east, in degrees.
    """

    family: str
    paths: tuple[str, ...]
    names: tuple[ShapeName, ...]
    width: int
    height: int
    bounds: tuple[LatLng, LatLng]


def draw_in_mercator(
    shapes: Sequence[BaseGeometry], names: Sequence[str], family: str
) -> MercatorDrawing:
    """Draw shapes in Web Mercator.

    Parameters
    ----------
    shapes : sequence of shapely geometry
        In degrees; what lies beyond Mercator's ends is cut off.
    names : sequence of str
        One for each shape; empty for none.
    family : str
        ``polygons``, ``lines`` or ``points``.

    Returns
    -------
    MercatorDrawing
    """
    inside = shapely.clip_by_rect(np.asarray(shapes), -360, -LIMIT, 360, LIMIT)
    flat = shapely.transform(inside, _project)
    west, south, east, north = _widen(shapely.total_bounds(flat))
    unit = max(east - west, north - south) / STEPS

    def step(points: NDArray[np.float64]) -> NDArray[np.float64]:
        return (points - (west, north)) / (unit, -unit)

    drawn = shapely.transform(flat, step)
    write = _write_points if family == "points" else path_data
    named = [
        (index, shape, text)
        for index, (shape, text) in enumerate(zip(drawn, names, strict=True))
        if text and family == "polygons" and not shape.is_empty
    ]
    return MercatorDrawing(
        family=family,
        paths=tuple(write([*drawn])),
        names=tuple(_place_name(*item) for item in named),
        width=round((east - west) / unit),
        height=round((north - south) / unit),
        bounds=(_degrees(west, south), _degrees(east, north)),
    )


def _write_points(shapes: Sequence[BaseGeometry]) -> list[str]:
    """Write points as lines without length, which round ends turn into discs."""
    return [
        "".join(
            f"M{x} {y}h0"
            for x, y in np.rint(shapely.get_coordinates(shape)).astype(int)
        )
        for shape in shapes
    ]


def _place_name(index: int, shape: BaseGeometry, text: str) -> ShapeName:
    """Put a name into the widest part of a shape."""
    largest = max(shapely.get_parts(shape), key=lambda part: part.area)
    circle = shapely.maximum_inscribed_circle(largest, tolerance=_tolerance(largest))
    x, y = circle.coords[0]
    left, _, right, _ = largest.bounds
    line = shapely.LineString([(left - 1, y), (right + 1, y)])
    chords = shapely.get_parts(shapely.intersection(largest, line))
    middle = shapely.Point(x, y)
    chord = min(chords, key=middle.distance, default=circle)
    width = 2 * min(x - chord.bounds[0], chord.bounds[2] - x)
    room = max(width, 2 * circle.length)
    return ShapeName(index, text, x, y, room / text_width(text, LETTERS))


def _tolerance(shape: BaseGeometry) -> float:
    """Return how exactly a middle is looked for: a fiftieth of the shape."""
    left, low, right, high = shape.bounds
    return max((right - left + high - low) / 100, 1.0)


def _widen(bounds: NDArray[np.float64]) -> tuple[float, float, float, float]:
    """Give a frame to a single point, too."""
    west, south, east, north = map(float, bounds)
    margin = max(east - west, north - south, 2_000) / 100
    return west - margin, south - margin, east + margin, north + margin


@lru_cache(maxsize=2)
def _transformer(forward: bool) -> Transformer:
    crs = (4326, 3857) if forward else (3857, 4326)
    return Transformer.from_crs(*crs, always_xy=True)


def _project(points: NDArray[np.float64]) -> NDArray[np.float64]:
    x, y = _transformer(True).transform(points[:, 0], points[:, 1])
    return np.column_stack((x, y))


def _degrees(x: float, y: float) -> LatLng:
    lon, lat = _transformer(False).transform(x, y)
    return round(lat, 6), round(lon, 6)
