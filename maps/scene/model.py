"""Data classes: the parts of a scene before and after drawing, and the scene."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import geopandas as gpd

from csto_atlas.maps.drawing.event_symbols import Mark
from csto_atlas.maps.drawing.lenses import DrawnLens
from csto_atlas.maps.drawing.lines import DrawnLine
from csto_atlas.maps.drawing.palette import Colours
from csto_atlas.maps.drawing.polygons import PolygonPath
from csto_atlas.maps.drawing.routes import Force, Route
from csto_atlas.maps.labels.model import Label
from csto_atlas.maps.labels.placement import SceneLabels
from csto_atlas.maps.layers.markup import DrawnLayer

LatLng = tuple[float, float]  # a point in Leaflet's coordinates


@dataclass(frozen=True)
class DrawnObject:
    """A guarded object.

    Attributes
    ----------
    key : str
    precise : bool
        Whether the position is exact.
    x, y : float
        Position in drawing steps.
    """

    key: str
    precise: bool
    x: float
    y: float


@dataclass(frozen=True)
class DrawnParts:
    """The drawn parts of a map in drawing steps, for all ticks and both media.

    Attributes
    ----------
    territories, areas : list of PolygonPath
    lakes : str
        All lakes as SVG path data.
    outlined : tuple of str
        Codes of the territories that can be outlined as members of an organisation.
    focus : tuple of str
        Codes of the territories with a status at any tick.
    lines : list of DrawnLine
    contingents : mapping of list of Route
        By the contingent's code.
    forces : mapping of (Force, Label)
        Circle and number of each contingent, by code.
    objects : list of DrawnObject
    marks : list of Mark
    kinds : tuple of str
        Kinds of the events that need a symbol, on the map or beside it.
    names : SceneLabels
    layers : tuple of CellLayer or SpotLayer
    lenses : tuple of DrawnLens
    banded : frozenset of str
        Codes of the territories with a band along their border at any tick.
    """

    territories: list[PolygonPath]
    areas: list[PolygonPath]
    lakes: str
    outlined: tuple[str, ...]
    focus: tuple[str, ...]
    lines: list[DrawnLine]
    contingents: Mapping[str, list[Route]]
    forces: Mapping[str, tuple[Force, Label]]
    objects: list[DrawnObject]
    marks: list[Mark]
    kinds: tuple[str, ...]
    names: SceneLabels
    layers: tuple[DrawnLayer, ...] = ()
    lenses: tuple[DrawnLens, ...] = ()
    banded: frozenset[str] = frozenset()

    @property
    def reused(self) -> frozenset[str]:
        """Codes of the territories that are drawn twice: outlined, or in a lens."""
        return frozenset(self.outlined).union(*(lens.codes for lens in self.lenses))

    @property
    def reused_marks(self) -> frozenset[int]:
        """Positions in `marks` of the symbols that are drawn again in a lens."""
        return frozenset().union(*(lens.marks for lens in self.lenses))


@dataclass(frozen=True)
class Scene:
    """A drawn map.

    Attributes
    ----------
    id : str
    svg, css : str
        Markup and style sheet; they do not depend on other files.
    crs : str
        Leaflet's name of the coordinate system: ``Simple`` or ``EPSG3857``.
    bounds, wide, narrow : tuple of (lat, lng)
        South-west and north-east corners of the drawing and of the first views, in
        Leaflet's coordinates: degrees, or with ``Simple`` drawing steps from the bottom
        left.
    presets : tuple of tuple of (lat, lng)
        Corners of the presets, in the same coordinates.
    closest : float
        Drawing steps per pixel at the closest zoom.
    shown : tuple of str
        Codes of the territories on the map, in drawing order.
    unlabelled : tuple of str
        Codes of the territories on the map without a label, or with a shortened one.
    steps : tuple of int
        For each territory with a label or a status, four neighbours for the arrow keys
        (`maps.drawing.keyboard_steps.find_neighbours`).
    parts : DrawnParts
        The parts that `svg` is written from.
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
    """The parts of a scene before drawing; every frame has a CRS.

    Attributes
    ----------
    label : str
        Accessible name of the SVG element.
    tick : int
        Index of the tick that is drawn.
    spans : mapping of (int, int)
        First and last tick of every event.
    kinds : tuple of str
        Kinds of the events that need a symbol, on the map or beside it.
    names : mapping of str
        Names of the territories by code.
    short_names : mapping of str
        Short names by code, where there is one.
    colours : Colours
    territories : GeoDataFrame
        Column ``code`` and polygons.
    areas : GeoDataFrame
        Column ``area`` and polygons; areas without changes are not drawn.
    marks : GeoDataFrame
        Columns ``event``, ``kind``, ``precise``, ``is_main`` and points
        (`maps.joins.records.join_events`).
    objects : GeoDataFrame
        Columns ``key``, ``precise`` and points: guarded objects.
    towns, regions : GeoDataFrame
        Columns ``key``, ``name``, and points for towns or polygons for regions.
    lakes : GeoDataFrame
        Polygons.
    routes : list of Route
    forces : mapping of (Force, str)
        Circle and formatted strength of each contingent, by code.
    lines : list of DrawnLine
    sizes : mapping of tuple of float
        Radii in pixels by event (`maps.drawing.symbol_sizes.find_sizes`).
    layers : tuple of CellLayer or SpotLayer
    weights : mapping of float
        Weights of the names of territories by code, from 0 to 1.
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
    weights: Mapping[str, float] = field(default_factory=dict)
