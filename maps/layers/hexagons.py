"""Cells of a layer -> hexagons on the drawing, and what each counts by tick."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import floor

import geopandas as gpd
import numpy as np
import shapely

from csto_atlas.maps.drawing.polygons import draw_seen
from csto_atlas.maps.layers.class_breaks import class_of, find_breaks, shade_of
from csto_atlas.maps.layers.model import Cell, LayerOnMap, Tally
from csto_atlas.maps.spec.placed import PlacedMap

DrawingPoint = tuple[int, int]
# How much of its cell a hexagon of each shade fills: more beside darker, so that the
# land stays seen and the shades are told apart without colours.
SIZES = (0.5, 0.64, 0.78, 0.9, 1.0)


@dataclass(frozen=True)
class DrawnCell:
    """A cell on the drawing.

    Attributes
    ----------
    cell : Cell
    middle : tuple of int
        In drawing steps.
    corners : tuple of tuple of int
        From the middle.
    lon, lat : float
        Of the middle, in degrees.
    """

    cell: Cell
    middle: DrawingPoint
    corners: tuple[DrawingPoint, ...]
    lon: float
    lat: float

    def path(self, shade: int) -> str:
        """Write the hexagon of a shade.

        Corners are rounded half up, as browsers do that draw the other ticks.
        """
        x, y = self.middle
        size = SIZES[shade - 1]
        points = [
            (floor(a * size + 0.5), floor(b * size + 0.5)) for a, b in self.corners
        ]
        steps = [
            number for (a, b), (c, d) in pairwise(points) for number in (c - a, d - b)
        ]
        offsets = " ".join(map(str, steps)).replace(" -", "-")
        return f"M{x + points[0][0]} {y + points[0][1]}l{offsets}z"


@dataclass(frozen=True)
class CellLayer:
    """A layer of cells, drawn.

    Attributes
    ----------
    layer : LayerOnMap
    cells : tuple of DrawnCell
        The busiest first: so they stand side by side in the columns of the page.
    """

    layer: LayerOnMap
    cells: tuple[DrawnCell, ...]

    @cached_property
    def breaks(self) -> tuple[int, ...]:
        """The least number of events of every class."""
        tallies = (drawn.cell.tallies.values() for drawn in self.cells)
        return find_breaks(tally.events for held in tallies for tally in held)

    def at(self, tick: int) -> Iterator[tuple[int, Tally]]:
        """Go through the cells in which anything happened: place in `cells`, tally."""
        for number, drawn in enumerate(self.cells):
            tally = drawn.cell.tallies.get(tick)
            if tally:
                yield number, tally

    def count(self, tick: int) -> int:
        """Count the events of a tick."""
        return sum(tally.events for _, tally in self.at(tick))

    def shade(self, tally: Tally) -> int:
        """Return the shade of a cell that counts so many."""
        return shade_of(class_of(tally.events, self.breaks), len(self.breaks))

    def paths(self, tick: int) -> list[tuple[int, str]]:
        """Write the hexagons of a tick: one path for every shade that is used."""
        found: dict[int, list[str]] = {shade: [] for shade in self.shades}
        for number, tally in self.at(tick):
            shade = self.shade(tally)
            found[shade].append(self.cells[number].path(shade))
        return [(shade, "".join(paths)) for shade, paths in found.items()]

    @property
    def shades(self) -> list[int]:
        """The shades of the classes."""
        count = len(self.breaks)
        return [shade_of(found, count) for found in range(1, count + 1)]


def draw_cells(layer: LayerOnMap, spec: PlacedMap) -> CellLayer:
    """Put the cells of a layer onto a map's drawing.

    Parameters
    ----------
    layer : LayerOnMap
    spec : PlacedMap

    Returns
    -------
    CellLayer
        Without the cells that the drawing does not reach.
    """
    busiest = sorted(layer.cells, key=lambda cell: (-_total(cell), cell.id))
    rings = [shapely.Polygon(cell.ring) for cell in busiest]
    seen = draw_seen(gpd.GeoDataFrame(geometry=rings, crs=4326), spec).geometry
    cells = (_draw(busiest[n], rings[n], shape) for n, shape in seen.items())
    return CellLayer(layer, tuple(cells))


def _draw(cell: Cell, ring: shapely.Polygon, shape: shapely.Polygon) -> DrawnCell:
    corners = shapely.get_coordinates(shape)[:-1]
    x, y = np.rint(corners.mean(axis=0)).astype(int).tolist()
    steps = np.rint(corners - [x, y]).astype(int).tolist()
    lon, lat = shapely.get_coordinates(ring)[:-1].mean(axis=0)
    return DrawnCell(cell, (x, y), tuple(map(tuple, steps)), _turn(lon), float(lat))


def _total(cell: Cell) -> int:
    return sum(tally.events for tally in cell.tallies.values())


def _turn(lon: float) -> float:
    """Bring a longitude into the half turns from -180 to 180."""
    return float((lon + 180) % 360 - 180)


def write_shapes(cells: Sequence[DrawnCell]) -> dict[str, list[int]]:
    """List the numbers of the hexagons: middles, how many corners, steps to them.

    Parameters
    ----------
    cells : sequence of DrawnCell

    Returns
    -------
    dict of list of int
        ``x`` and ``y`` of the middles; ``corners``; ``dx`` and ``dy`` of all corners,
        each less that of the same corner of the cell before, as the hexagons of a grid
        hardly differ.
    """
    dx: list[int] = []
    dy: list[int] = []
    before: list[DrawingPoint] = []
    for drawn in cells:
        for number, (x, y) in enumerate(drawn.corners):
            a, b = before[number] if number < len(before) else (0, 0)
            dx.append(x - a)
            dy.append(y - b)
        before = list(drawn.corners)
    return {
        "x": [drawn.middle[0] for drawn in cells],
        "y": [drawn.middle[1] for drawn in cells],
        "corners": [len(drawn.corners) for drawn in cells],
        "dx": dx,
        "dy": dy,
    }
