"""The prepared geodata of a map, and the ground that all events are joined to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import geopandas as gpd
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.borders import shared_border
from geodata.boundaries import load_boundaries
from geodata.exclaves import settle_exclaves
from geodata.ground import Ground
from geodata.lengths import load_lengths
from maps.coverage import Terrain
from maps.spec import MapSpec

EXCLAVES, PROVINCES, LINES = "exclaves.geojson", "admin1.geojson", "lines.geojson"
# Unsimplified, and complete within their bounds.
FULL = ("arm_aze_full.geojson", "central_asia_full.geojson")
OVERVIEW = "eurasia.geojson"
OVERVIEW_WITHIN_KM = 25.0  # largest error of its borders, geodata/data/README.md
# Finer ones first; an area is taken from the first file that has it.
OUTLINES = ("caucasus_areas.geojson", "areas.geojson")


@dataclass(frozen=True)
class Geodata:
    """The shapes of a map, in degrees.

    Attributes
    ----------
    boundaries : GeoDataFrame
        ``code`` and polygons, as the law has them.
    source : GeoDataFrame
        The same as the source has them: exclaves with whoever holds them.
    areas : GeoDataFrame
        ``area`` and polygons.
    lakes : GeoDataFrame
    lines : GeoDataFrame
        ``line`` and lines.
    provinces : GeoDataFrame
        ``province`` and polygons.
    lengths : dict of float
        Kilometres of the border that the map is about, by part.
    """

    boundaries: gpd.GeoDataFrame
    source: gpd.GeoDataFrame
    areas: gpd.GeoDataFrame
    lakes: gpd.GeoDataFrame
    lines: gpd.GeoDataFrame
    provinces: gpd.GeoDataFrame
    lengths: dict[str, float]


def load_geodata(folder: Path, spec: MapSpec) -> Geodata:
    """Load the shapes of a map.

    Parameters
    ----------
    folder : Path
        ``geodata/data``.
    spec : MapSpec

    Returns
    -------
    Geodata
        Frames that the map does not have are empty.

    Raises
    ------
    DataError
        With every problem of a file.
    """
    source = _load(folder / spec.boundaries)
    areas, boundaries = _load(folder / spec.areas, "area"), source
    if spec.has_exclaves:
        exclaves = _load(folder / EXCLAVES, "exclave")
        boundaries = settle_exclaves(source, exclaves)
        areas = _join(areas, exclaves.rename(columns={"exclave": "area"}))
    return Geodata(
        boundaries=boundaries,
        source=source,
        areas=areas,
        lakes=_load(folder / spec.lakes, "lake") if spec.lakes else _empty("lake"),
        lines=load_lines(folder) if spec.has_lines else _empty("line"),
        provinces=(
            _load(folder / PROVINCES, "province")
            if spec.regions
            else _empty("province")
        ),
        lengths=(
            load_lengths(folder / "border_lengths.csv", spec.border.codes)
            if spec.border
            else {}
        ),
    )


def load_terrain(folder: Path, pair: tuple[str, str] | None = None) -> Terrain:
    """Load the ground, the areas and the border that events are joined to.

    Parameters
    ----------
    folder : Path
        ``geodata/data``.
    pair : tuple of str, optional
        The two states whose border distances are measured to; none if not given.

    Returns
    -------
    Terrain
    """
    exclaves = _load(folder / EXCLAVES, "exclave")
    close, *others = (_load(folder / name) for name in FULL)
    overview = load_overview(folder)
    return Terrain(
        grounds=(
            Ground(settle_exclaves(close, exclaves)),
            *map(Ground, others),
            Ground(overview, OVERVIEW_WITHIN_KM),
        ),
        outlines=load_outlines(folder),
        border=_between(pair, (close, *others, overview)),
    )


def _between(
    pair: tuple[str, str] | None, frames: Iterable[gpd.GeoDataFrame]
) -> BaseGeometry:
    """Return the border of two states from the first frame that has both."""
    for frame in frames:
        shapes = frame.set_index("code").geometry
        if pair and set(pair) <= set(shapes.index):
            return shared_border(*(shapes[code] for code in pair))
    return shapely.LineString()


def load_overview(folder: Path) -> gpd.GeoDataFrame:
    """Load every territory that a data set can name: ``code`` and polygons."""
    return _load(folder / OVERVIEW)


def load_outlines(folder: Path) -> gpd.GeoDataFrame:
    """Load every area that a data set can date: ``area`` and polygons."""
    areas = [_load(folder / name, "area") for name in OUTLINES]
    exclaves = _load(folder / EXCLAVES, "exclave")
    return _join(*areas, exclaves.rename(columns={"exclave": "area"}))


def _join(*frames: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Put areas together, each from the first frame that has it."""
    columns = [frame[["area", "geometry"]] for frame in frames]
    joined = pd.concat(columns, ignore_index=True)
    return joined.drop_duplicates("area", ignore_index=True)


def load_lines(folder: Path) -> gpd.GeoDataFrame:
    """Load every line that a data set can date: ``line`` and lines."""
    return _load(folder / LINES, "line", "line")


def _empty(key: str) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame({key: []}, geometry=[], crs=4326)


@cache
def _load(path: Path, key: str = "code", kind: str = "polygon") -> gpd.GeoDataFrame:
    return load_boundaries(path, key, kind)
