"""Frames -> paths: clipped, projected, ordered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import geopandas as gpd
import shapely

from csto_atlas.maps.drawing.svg_paths import path_data
from csto_atlas.maps.shapes.coverage import mend, unite
from csto_atlas.maps.spec.placed import PlacedMap


@dataclass(frozen=True)
class Shape:
    """A path with its identity."""

    key: str
    path: str
    number: int


def draw_shapes(frame: gpd.GeoDataFrame, key: str) -> list[Shape]:
    """Write the shapes of a frame.

    Parameters
    ----------
    frame : GeoDataFrame
        In drawing steps.
    key : str
        The column that names a shape.

    Returns
    -------
    list of Shape
    """
    paths = path_data(list(frame.geometry))
    return [
        Shape(name, path, number)
        for number, (name, path) in enumerate(zip(frame[key], paths, strict=True))
    ]


def draw_united(frame: gpd.GeoDataFrame) -> str:
    """Write all polygons of a frame in drawing steps as one path."""
    return path_data([unite(frame.geometry.array)])[0]


def draw_clipped(frame: gpd.GeoDataFrame, spec: PlacedMap) -> gpd.GeoDataFrame:
    """Cut a frame at the edge of the drawing and put it into drawing steps."""
    flat = frame.to_crs(spec.projection)
    geometry = shapely.clip_by_rect(flat.geometry.array, *spec.frame)
    seen = flat.assign(geometry=gpd.GeoSeries(geometry, index=flat.index, crs=flat.crs))
    drawn = spec.plane.to_drawing(seen)
    # Last: what was valid on the plane need not be so in the drawing's steps.
    drawn = drawn.assign(
        geometry=gpd.GeoSeries(mend(drawn.geometry.array), drawn.index)
    )
    return drawn[~drawn.geometry.is_empty]


def order(drawn: gpd.GeoDataFrame, focus: Sequence[str]) -> gpd.GeoDataFrame:
    """Put the focus last, so that its borders lie on top, and its neighbours before.

    Neighbours side by side also keep a shared border's two copies within reach of
    gzip's window.
    """
    middle = drawn["code"].isin(focus)
    near = drawn.intersects(unite(drawn.geometry[middle].array))
    rank = middle.astype(int) * 2 + near.astype(int)
    return drawn.assign(rank=rank).sort_values(["rank", "code"])


def draw_seen(frame: gpd.GeoDataFrame, spec: PlacedMap) -> gpd.GeoDataFrame:
    """Put a frame into drawing steps, without what lies beyond the drawing.

    What lies across its edge is kept whole: the edge of the picture cuts it.
    """
    drawn = spec.plane.to_drawing(frame)
    return drawn[drawn.intersects(shapely.box(0, 0, *spec.plane.size))]
