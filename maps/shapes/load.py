"""Load the prepared geodata of a map, and the territories that events are joined to."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely
from shapely import MultiPolygon
from shapely.geometry.base import BaseGeometry

from csto_atlas.geodata.borders import shared_border
from csto_atlas.geodata.boundaries import load_boundaries
from csto_atlas.geodata.exclaves import settle_exclaves
from csto_atlas.geodata.ground import Ground, both_sides
from csto_atlas.geodata.grounds import GroundFile, load_register
from csto_atlas.geodata.lengths import load_lengths
from csto_atlas.maps.joins.terrain import Terrain
from csto_atlas.maps.shapes.drawable import drawing
from csto_atlas.maps.shapes.world_outline import fit_lakes, fit_world
from csto_atlas.maps.spec.placed import PlacedMap

EXCLAVES, PROVINCES, LINES = "exclaves.geojson", "admin1.geojson", "lines.geojson"


@dataclass(frozen=True)
class Geodata:
    """The geodata of a map, in degrees or on its plane.

    Attributes
    ----------
    boundaries : GeoDataFrame
        Column ``code`` and polygons; exclaves belong to the state that they belong to
        by law, if the spec asks for exclaves.
    source : GeoDataFrame
        The same as in the source: exclaves belong to the state that holds them.
    areas : GeoDataFrame
        Column ``area`` and polygons.
    lakes : GeoDataFrame
        Column ``lake`` and polygons.
    lines : GeoDataFrame
        Column ``line`` and lines.
    provinces : GeoDataFrame
        Column ``province`` and polygons.
    lengths : dict of float
        Lengths in kilometres of the parts of the map's border.
    """

    boundaries: gpd.GeoDataFrame
    source: gpd.GeoDataFrame
    areas: gpd.GeoDataFrame
    lakes: gpd.GeoDataFrame
    lines: gpd.GeoDataFrame
    provinces: gpd.GeoDataFrame
    lengths: dict[str, float]


def load_geodata(folder: Path, spec: PlacedMap, focus: Collection[str] = ()) -> Geodata:
    """Load the geodata of a map.

    Parameters
    ----------
    folder : Path
        ``geodata/data``.
    spec : PlacedMap
    focus : collection of str
        Codes of the states that the map is about. If the default boundaries of the
        world are used, these states stay visible however small they are.

    Returns
    -------
    Geodata
        Frames that the spec does not ask for are empty.

    Raises
    ------
    DataError
        With all problems of a file, or if the map cannot be drawn with its projection,
        extent or frame.
    """
    source = _load(folder / spec.boundaries)
    lakes = _load(folder / spec.lakes, "lake") if spec.lakes else _empty("lake")
    if spec.boundaries == load_register(folder).default.boundaries:
        with drawing(spec):
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
    """Load the territories, the areas and the border that events are joined to.

    Parameters
    ----------
    folder : Path
        ``geodata/data``.
    pair : tuple of str, optional
        Codes of the two states whose border distances are measured to. Default: no
        border.

    Returns
    -------
    Terrain
    """
    return Terrain(
        grounds=LazyGrounds(folder, load_register(folder).grounds),
        outlines=load_outlines(folder),
        border=_between(pair, folder),
    )


@dataclass(frozen=True)
class LazyGrounds(Sequence[Ground]):
    """The registered grounds, the finest first, each loaded when it is first used.

    Most places are found in the first grounds; only some data sets need the last one,
    the world.

    Attributes
    ----------
    folder : Path
        ``geodata/data``.
    files : tuple of GroundFile
    """

    folder: Path
    files: tuple[GroundFile, ...]

    def __len__(self) -> int:
        """Return the number of grounds."""
        return len(self.files)

    def __getitem__(self, index: Any) -> Any:
        """Load the ground at an index, or a tuple of grounds for a slice."""
        found = self.files[index]
        if isinstance(found, tuple):
            return tuple(_ground(self.folder, ground) for ground in found)
        return _ground(self.folder, found)


@cache
def _ground(folder: Path, ground: GroundFile) -> Ground:
    frame = _load(folder / ground.file)
    if ground.has_exclaves:
        frame = settle_exclaves(frame, _load(folder / EXCLAVES, "exclave"))
    return Ground(both_sides(frame), ground.error_km, is_cut=ground.is_cut)


def _between(pair: tuple[str, str] | None, folder: Path) -> BaseGeometry:
    """Return the border of two states from the first ground with both, or empty."""
    for ground in load_register(folder).grounds if pair else ():
        shapes = _load(folder / ground.file).set_index("code").geometry
        if set(pair or ()) <= set(shapes.index):
            return shared_border(*(shapes[code] for code in pair or ()))
    return shapely.LineString()


def load_overview(folder: Path, drawn: Collection[str] = ()) -> gpd.GeoDataFrame:
    """Load territories for an overview of all maps of a data set.

    Parameters
    ----------
    folder : Path
        ``geodata/data``.
    drawn : collection of str
        Files that the maps of the data set are drawn from.

    Returns
    -------
    GeoDataFrame
        Column ``code`` and polygons, from the first simplified file in `drawn`, or else
        from the file of the world.
    """
    files = [ground.file for ground in load_register(folder).coarse]
    return _load(folder / next((f for f in files if f in drawn), files[-1]))


def load_drawings(folder: Path) -> Iterator[dict[str, BaseGeometry]]:
    """Load the simplified territories of each file.

    Parameters
    ----------
    folder : Path
        ``geodata/data``.

    Yields
    ------
    dict of geometry
        By code, in degrees. The last file has the whole world.
    """
    for ground in load_register(folder).coarse:
        yield _draw(folder / ground.file)


def load_world_drawing(folder: Path) -> dict[str, BaseGeometry]:
    """Load the simplified territories of the world, by code, in degrees."""
    return _draw(folder / load_register(folder).coarse[-1].file)


@cache
def _draw(path: Path) -> dict[str, BaseGeometry]:
    """Return territories by code; parts beyond 180 degrees are also in the west."""
    shapes = both_sides(_load(path)).set_index("code").geometry
    sides: dict[str, list[BaseGeometry]] = {}
    for code, shape in shapes.items():
        sides.setdefault(code, []).append(shape)
    # The copies are 360 degrees apart, so their parts do not need to be merged.
    return {
        code: parts[0] if len(parts) == 1 else MultiPolygon(shapely.get_parts(parts))
        for code, parts in sides.items()
    }


def load_outlines(folder: Path) -> gpd.GeoDataFrame:
    """Load all areas that a data set can refer to: column ``area`` and polygons.

    An area in several files comes from the first, which is the finest.
    """
    areas = [_load(folder / name, "area") for name in load_register(folder).outlines]
    exclaves = _load(folder / EXCLAVES, "exclave")
    return _join(*areas, exclaves.rename(columns={"exclave": "area"}))


def _join(*frames: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Concatenate areas; an area in several frames comes from the first."""
    columns = [frame[["area", "geometry"]] for frame in frames]
    joined = pd.concat(columns, ignore_index=True)
    return joined.drop_duplicates("area", ignore_index=True)


def load_lines(folder: Path) -> gpd.GeoDataFrame:
    """Load all lines that a data set can refer to: column ``line`` and lines."""
    return _load(folder / LINES, "line", "line")


def _empty(key: str) -> gpd.GeoDataFrame:
    """Return a frame without rows, in EPSG:4326."""
    return gpd.GeoDataFrame({key: []}, geometry=[], crs=4326)


@cache
def _load(path: Path, key: str = "code", kind: str = "polygon") -> gpd.GeoDataFrame:
    return load_boundaries(path, key, kind)
