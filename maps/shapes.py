"""The prepared geodata of a map, and the ground that all events are joined to."""

from __future__ import annotations

from collections.abc import Collection, Iterable
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
from geodata.ground import Ground, both_sides
from geodata.grounds import GroundFile, load_register
from geodata.lengths import load_lengths
from maps.coverage import Terrain
from maps.globe import fit_lakes, fit_world
from maps.spec import MapSpec

EXCLAVES, PROVINCES, LINES = "exclaves.geojson", "admin1.geojson", "lines.geojson"
WHOLE = 0.9  # a territory of which so much is drawn is not cut at a frame


@dataclass(frozen=True)
class Geodata:
    """The shapes of a map, in degrees or on its plane.

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


def load_geodata(folder: Path, spec: MapSpec, focus: Collection[str] = ()) -> Geodata:
    """Load the shapes of a map.

    Parameters
    ----------
    folder : Path
        ``geodata/data``.
    spec : MapSpec
        Complete (`maps.extent.settle`).
    focus : collection of str
        Codes that the map is about: drawn from the world's boundaries, they must be
        seen however small they are.

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
    lakes = _load(folder / spec.lakes, "lake") if spec.lakes else _empty("lake")
    if spec.boundaries == load_register(folder).default.boundaries:
        source, lakes = fit_world(source, spec, focus), fit_lakes(lakes, spec)
    areas, boundaries = _load(folder / spec.areas, "area"), source
    if spec.has_exclaves:
        exclaves = _load(folder / EXCLAVES, "exclave")
        boundaries = settle_exclaves(source, exclaves)
        areas = _join(areas, exclaves.rename(columns={"exclave": "area"}))
    return Geodata(
        boundaries=boundaries,
        source=source,
        areas=areas,
        lakes=lakes,
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
    register = load_register(folder)
    frames = [_load(folder / ground.file) for ground in register.grounds]
    return Terrain(
        grounds=tuple(
            _ground(folder, ground, frame)
            for ground, frame in zip(register.grounds, frames, strict=True)
        ),
        outlines=load_outlines(folder),
        border=_between(pair, frames),
    )


def _ground(folder: Path, ground: GroundFile, frame: gpd.GeoDataFrame) -> Ground:
    if ground.has_exclaves:
        frame = settle_exclaves(frame, _load(folder / EXCLAVES, "exclave"))
    return Ground(both_sides(frame), ground.error_km, is_cut=ground.is_cut)


def _between(
    pair: tuple[str, str] | None, frames: Iterable[gpd.GeoDataFrame]
) -> BaseGeometry:
    """Return the border of two states from the first frame that has both."""
    for frame in frames:
        shapes = frame.set_index("code").geometry
        if pair and set(pair) <= set(shapes.index):
            return shared_border(*(shapes[code] for code in pair))
    return shapely.LineString()


def load_overview(folder: Path, codes: Collection[str] = ()) -> gpd.GeoDataFrame:
    """Load the territories that a data set is about, and those around them.

    Parameters
    ----------
    folder : Path
        ``geodata/data``.
    codes : collection of str
        Codes of the data set.

    Returns
    -------
    GeoDataFrame
        ``code`` and polygons: the first coarse file that has all of the codes, none
        of them cut at its frame; or else the last.
    """
    *smaller, world = (_load(folder / g.file) for g in load_register(folder).coarse)
    whole = _areas(world).reindex([*codes])
    for frame in smaller:
        if (_areas(frame).reindex([*codes]) > WHOLE * whole).all():
            return frame
    return world


def _areas(frame: gpd.GeoDataFrame) -> pd.Series:
    """Return areas by code in square degrees: to compare a state with itself."""
    return pd.Series(shapely.area(frame.geometry.array), index=frame["code"])


def load_drawings(folder: Path) -> list[dict[str, BaseGeometry]]:
    """Load what every state is drawn as where it is drawn coarsely, by code."""
    frames = [
        both_sides(_load(folder / ground.file))
        for ground in load_register(folder).coarse
    ]
    return [
        {code: shapely.union_all(rows.array) for code, rows in shapes.groupby(level=0)}
        for shapes in (frame.set_index("code").geometry for frame in frames)
    ]


def load_outlines(folder: Path) -> gpd.GeoDataFrame:
    """Load every area that a data set can date: ``area`` and polygons."""
    areas = [_load(folder / name, "area") for name in load_register(folder).outlines]
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
