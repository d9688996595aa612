"""Cells of a layer -> hexagons on the drawing, with their counts by tick."""

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
# Size of the hexagon of each shade, relative to its cell. Our own choice: smaller for
# lighter shades, so that the map below stays visible and the shades differ without
# colour too.
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
        Offsets from the middle, in drawing steps.
    lon, lat : float
        Longitude and latitude of the middle, in degrees.
    """

    cell: Cell
    middle: DrawingPoint
    corners: tuple[DrawingPoint, ...]
    lon: float
    lat: float

    def path(self, shade: int) -> str:
        """Write the hexagon of a shade as an SVG path.

        Halves are rounded up, as in the script that draws the other ticks
        (cell_shapes.js).
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
    """The drawing of a layer of cells.

    Attributes
    ----------
    layer : LayerOnMap
    cells : tuple of DrawnCell
        Those with the most events first, so that they are adjacent in the columns of
        the page.
    """

    layer: LayerOnMap
    cells: tuple[DrawnCell, ...]

    @cached_property
    def breaks(self) -> tuple[int, ...]:
        """The lower bound of each class of numbers of events."""
        tallies = (drawn.cell.tallies.values() for drawn in self.cells)
        return find_breaks(tally.events for held in tallies for tally in held)

    def at(self, tick: int) -> Iterator[tuple[int, Tally]]:
        """Yield index in `cells` and tally of the cells with events in a tick."""
        for number, drawn in enumerate(self.cells):
            tally = drawn.cell.tallies.get(tick)
            if tally:
                yield number, tally

    def count(self, tick: int) -> int:
        """Count the events of a tick."""
        return sum(tally.events for _, tally in self.at(tick))

    def shade(self, tally: Tally) -> int:
        """Return the shade of a cell with this tally."""
        return shade_of(class_of(tally.events, self.breaks), len(self.breaks))

    def paths(self, tick: int) -> list[tuple[int, str]]:
        """Write the hexagons of a tick: shade and SVG path, one for each shade."""
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
    """Draw the cells of a layer on a map.

    Parameters
    ----------
    layer : LayerOnMap
    spec : PlacedMap

    Returns
    -------
    CellLayer
        Without the cells outside the drawing.
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
    """Bring a longitude into the range from -180 to 180 degrees."""
    return float((lon + 180) % 360 - 180)


def write_shapes(cells: Sequence[DrawnCell]) -> dict[str, list[int]]:
    """List the coordinates of the hexagons as columns of whole numbers.

    Parameters
    ----------
    cells : sequence of DrawnCell

    Returns
    -------
    dict of list of int
        ``x`` and ``y`` of the middles; ``corners``, their number in each cell; ``dx``
        and ``dy`` of all corners, as differences from the same corner of the cell
        before: the hexagons of a grid are nearly equal, so these are small.
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
