"""The land around a territory, to find spots for its name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely import Polygon
from shapely.geometry.base import BaseGeometry


@dataclass(frozen=True)
class Surroundings:
    """A territory and the land around it, simplified for a range of scales.

    Attributes
    ----------
    part : shapely Polygon
        The part of the territory that is named, in drawing steps.
    marked, land : shapely geometry
        Nearby territories other than this one: those that have a status, and all of
        them.
    """

    part: Polygon
    marked: BaseGeometry
    land: BaseGeometry


class TerritoryShapes:
    """The territories of a map, simplified for a range of scales.

    Parameters
    ----------
    shapes : mapping of geometry
        Territories by code, in drawing steps.
    marked : sequence of str
        Codes of the territories that have a status.
    scales : tuple of float
        Nearest and farthest scale, in drawing steps per pixel.
    """

    def __init__(
        self,
        shapes: Mapping[str, BaseGeometry],
        marked: Sequence[str],
        scales: tuple[float, float],
    ) -> None:
        self.nearest, self.farthest = scales
        coarse = shapely.simplify(list(shapes.values()), self.farthest / 2)
        self._parts, self._owners = shapely.get_parts(coarse, return_index=True)
        self._tree = shapely.STRtree(self._parts)
        self._codes = list(shapes)
        has_status = {*marked}
        self._is_marked = np.array([code in has_status for code in shapes])
        self._known: dict[tuple[str, bytes], Surroundings] = {}

    def around(self, code: str, area: BaseGeometry, reach: float) -> Surroundings:
        """Return the land around a territory.

        Parameters
        ----------
        code : str
        area : shapely geometry
            The visible area of the territory, in drawing steps; its largest part is
            named.
        reach : float
            Distance in pixels up to which other territories are returned.

        Returns
        -------
        Surroundings
        """
        key = code, area.wkb
        if key not in self._known:
            self._known[key] = self._look(code, area, reach * self.farthest)
        return self._known[key]

    def _look(self, code: str, area: BaseGeometry, reach: float) -> Surroundings:
        part = largest(shapely.simplify(area, self.farthest / 2))
        near = self._tree.query(shapely.box(*part.bounds).buffer(reach))
        near = near[self._owners[near] != self._codes.index(code)]
        marked = near[self._is_marked[self._owners[near]]]
        found = Surroundings(
            part, *(shapely.multipolygons(self._parts[some]) for some in (marked, near))
        )
        shapely.prepare([found.part, found.marked, found.land])
        return found


def largest(area: BaseGeometry) -> Polygon:
    """Return the largest part of a territory."""
    part: Polygon = max(shapely.get_parts(area), key=lambda one: one.area)
    return part
