"""The parts that a scene is built from, the same drawn, and the scene."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import geopandas as gpd

from csto_atlas.maps.drawing.event_symbols import Mark
from csto_atlas.maps.drawing.lenses import DrawnLens
from csto_atlas.maps.drawing.lines import DrawnLine
from csto_atlas.maps.drawing.palette import Colours
from csto_atlas.maps.drawing.polygons import Shape
from csto_atlas.maps.drawing.routes import Force, Route
from csto_atlas.maps.labels.placement import SceneLabels
from csto_atlas.maps.layers.markup import DrawnLayer

LatLng = tuple[float, float]


@dataclass(frozen=True)
class DrawnObject:
    """A guarded object; `x` and `y` are in drawing steps."""

    key: str
    precise: bool
    x: float
    y: float


@dataclass(frozen=True)
class DrawnParts:
    """What is drawn, in drawing steps, for every tick and every medium.

    Attributes
    ----------
    territories, areas : list of Shape
    lakes : str
        Path data.
    outlined : tuple of str
        Codes of the territories that an organisation's members may be outlined on.
    focus : tuple of str
        Codes of the territories that have a status at any tick.
    lines : list of DrawnLine
    contingents : mapping of list of Route
        By the contingent's code.
    forces : mapping of (Force, str)
        The circle of each contingent, and its strength in words, by code.
    objects : list of DrawnObject
    marks : list of Mark
    kinds : tuple of str
        Of the events that need a sign, on the map or beside it.
    names : SceneLabels
    layers : tuple of CellLayer or SpotLayer
    lenses : tuple of DrawnLens
    banded : frozenset of str
        Codes of the territories with a band along their border at any tick.
    """

    territories: list[Shape]
    areas: list[Shape]
    lakes: str
    outlined: tuple[str, ...]
    focus: tuple[str, ...]
    lines: list[DrawnLine]
    contingents: Mapping[str, list[Route]]
    forces: Mapping[str, tuple[Force, str]]
    objects: list[DrawnObject]
    marks: list[Mark]
    kinds: tuple[str, ...]
    names: SceneLabels
    layers: tuple[DrawnLayer, ...] = ()
    lenses: tuple[DrawnLens, ...] = ()
    banded: frozenset[str] = frozenset()

    @property
    def reused(self) -> frozenset[str]:
        """Codes of the territories that are drawn again: outlined, or in a lens."""
        return frozenset(self.outlined).union(*(lens.codes for lens in self.lenses))

    @property
    def reused_marks(self) -> frozenset[int]:
        """Numbers of the signs that are drawn again in a lens."""
        return frozenset().union(*(lens.marks for lens in self.lenses))


@dataclass(frozen=True)
class Scene:
    """A drawn map.

    Attributes
    ----------
    id : str
    svg, css : str
        Markup and style, complete in themselves.
    crs : str
        Leaflet's name of the coordinate system: ``Simple`` or ``EPSG3857``.
    bounds, wide, narrow : tuple of (lat, lng)
        South-west and north-east of the drawing and of the first views, as Leaflet
        counts: with ``Simple``, drawing steps upwards from the bottom.
    presets : tuple of tuple of (lat, lng)
        The same of the parts that buttons lead to.
    closest : float
        Drawing steps a pixel where zooming in ends.
    shown : tuple of str
        Codes of the territories on the map.
    unlabelled : tuple of str
        Those of them whose name no label has in full, or none at any scale.
    steps : tuple of int
        Where arrow keys lead from those with a label or a status, four numbers for
        each (`maps.drawing.keyboard_steps.find_neighbours`).
    parts : DrawnParts
        What `svg` shows at the tick that a page opens on.
    """

    id: str
    svg: str
    css: str
    crs: str
    bounds: tuple[LatLng, LatLng]
    wide: tuple[LatLng, LatLng]
    narrow: tuple[LatLng, LatLng]
    presets: tuple[tuple[LatLng, LatLng], ...]
    closest: float
    shown: tuple[str, ...]
    unlabelled: tuple[str, ...]
    steps: tuple[int, ...]
    parts: DrawnParts

    @property
    def layers(self) -> tuple[DrawnLayer, ...]:
        """The layers of many events."""
        return self.parts.layers


@dataclass(frozen=True)
class Parts:
    """What a scene is drawn from; every frame has a CRS.

    Attributes
    ----------
    label : str
        What a screen reader calls the picture.
    tick : int
        Index of the tick that is drawn.
    spans : mapping of (int, int)
        First and last tick of every event.
    kinds : tuple of str
        The kinds of events that need a sign, on the map or beside it.
    names : mapping of str
        Territories' names by code.
    short_names : mapping of str
        Short forms of them, of those that have any.
    colours : mapping of str
    territories : GeoDataFrame
        ``code`` and polygons.
    areas : GeoDataFrame
        ``area`` and polygons; those with changes are drawn.
    marks : GeoDataFrame
        ``event``, ``kind``, ``precise``, ``is_main`` and points
        (`maps.joins.records.join_events`).
    objects : GeoDataFrame
        ``key``, ``precise`` and points.
    towns, regions : GeoDataFrame
        ``key``, ``name`` and points, or polygons.
    lakes : GeoDataFrame
    routes : list of Route
    forces : mapping of (Force, str)
    lines : list of DrawnLine
    sizes : mapping of tuple of float
        Radii of the events' circles (`maps.drawing.event_symbols.find_sizes`).
    layers : tuple of CellLayer or SpotLayer
    """

    label: str
    tick: int
    spans: Mapping[str, tuple[int, int]]
    kinds: tuple[str, ...]
    names: Mapping[str, str]
    short_names: Mapping[str, str]
    colours: Colours
    territories: gpd.GeoDataFrame
    areas: gpd.GeoDataFrame
    marks: gpd.GeoDataFrame
    objects: gpd.GeoDataFrame
    towns: gpd.GeoDataFrame
    regions: gpd.GeoDataFrame
    lakes: gpd.GeoDataFrame
    routes: list[Route]
    forces: Mapping[str, tuple[Force, str]]
    lines: list[DrawnLine]
    sizes: Mapping[str, tuple[float, float]]
    layers: tuple[DrawnLayer, ...] = ()
