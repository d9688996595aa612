"""Clip, project and order polygons, and write them as SVG paths."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray

from csto_atlas.maps.drawing.svg_paths import path_data
from csto_atlas.maps.shapes.coverage import mend, unite
from csto_atlas.maps.spec.placed import PlacedMap

COARSE = 10  # drawing steps


@dataclass(frozen=True)
class PolygonPath:
    """A polygon as SVG path data, with its key and its position in the frame."""

    key: str
    path: str
    number: int


def draw_shapes(frame: gpd.GeoDataFrame, key: str) -> list[PolygonPath]:
    """Write the polygons of a frame as paths.

    Parameters
    ----------
    frame : GeoDataFrame
        Polygons in drawing steps.
    key : str
        The column with the keys.

    Returns
    -------
    list of PolygonPath
    """
    paths = path_data(list(frame.geometry))
    return [
        PolygonPath(name, path, number)
        for number, (name, path) in enumerate(zip(frame[key], paths, strict=True))
    ]


def coarsen(frame: gpd.GeoDataFrame, spec: PlacedMap) -> gpd.GeoDataFrame:
    """Move vertices that nobody sees from close by onto a grid of `COARSE` steps.

    Numbers that end in 0 take a fifth less room in a compressed page. Shared vertices
    move together.

    Parameters
    ----------
    frame : GeoDataFrame
        Polygons in drawing steps.
    spec : PlacedMap
        All vertices stay where it has no `fine` box.

    Returns
    -------
    GeoDataFrame
        A copy; narrow parts of its polygons may no longer be valid.
    """
    if spec.fine is None:
        return frame
    left, top, right, bottom = spec.plane.box(spec.fine)

    def move(points: NDArray[np.float64]) -> NDArray[np.float64]:
        x, y = points.T
        is_fine = (left <= x) & (x <= right) & (top <= y) & (y <= bottom)
        coarse = np.rint(points / COARSE) * COARSE
        return np.where(is_fine[:, np.newaxis], points, coarse)

    moved = shapely.transform(frame.geometry.array, move)
    return frame.assign(geometry=gpd.GeoSeries(moved, index=frame.index))


def draw_united(frame: gpd.GeoDataFrame) -> str:
    """Write all polygons of a frame in drawing steps as one path."""
    return path_data([unite(frame.geometry.array)])[0]


def draw_clipped(frame: gpd.GeoDataFrame, spec: PlacedMap) -> gpd.GeoDataFrame:
    """Clip a frame to the drawing and convert it to drawing steps."""
    flat = spec.plane.flatten(frame)
    geometry = shapely.clip_by_rect(flat.geometry.array, *spec.frame)
    seen = flat.assign(geometry=gpd.GeoSeries(geometry, index=flat.index, crs=flat.crs))
    drawn = spec.plane.to_drawing(seen)
    # Last, because polygons that are valid on the plane may be invalid in steps.
    drawn = drawn.assign(
        geometry=gpd.GeoSeries(mend(drawn.geometry.array), drawn.index)
    )
    return drawn[~drawn.geometry.is_empty]


def order(drawn: gpd.GeoDataFrame, focus: Sequence[str]) -> gpd.GeoDataFrame:
    """Sort territories: others first, then neighbours of the focus, then the focus.

    Borders of the focus are then drawn on top. The two copies of a shared border also
    stay within the 32 kB window of gzip (RFC 1951, section 2), which stores a repeat
    once.

    Parameters
    ----------
    drawn : GeoDataFrame
        Column ``code`` and polygons in drawing steps.
    focus : sequence of str
        Codes of the territories to draw last.

    Returns
    -------
    GeoDataFrame
        Sorted, with the column ``rank``: 2 or more for the focus, 1 for neighbours.
    """
    middle = drawn["code"].isin(focus)
    near = drawn.intersects(unite(drawn.geometry[middle].array))
    rank = middle.astype(int) * 2 + near.astype(int)
    return drawn.assign(rank=rank).sort_values(["rank", "code"])


def draw_seen(frame: gpd.GeoDataFrame, spec: PlacedMap) -> gpd.GeoDataFrame:
    """Convert a frame to drawing steps and drop rows outside the drawing.

    Geometry that crosses the edge is kept whole; the edge of the picture clips it.
    """
    drawn = spec.plane.to_drawing(frame)
    return drawn[drawn.intersects(shapely.box(0, 0, *spec.plane.size))]
