"""From longitude and latitude to the drawing's whole numbers."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import CRS

Bounds = tuple[float, float, float, float]


@dataclass(frozen=True)
class Plane:
    """The plane a scene is drawn on.

    Attributes
    ----------
    crs : str
        What pyproj understands; its axes are x east and y north.
    frame : tuple of float
        Left, bottom, right, top in the CRS's units.
    unit : float
        Length of one step of the drawing, in the CRS's units.
    """

    crs: str
    frame: Bounds
    unit: float = 1.0

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the drawing, in its own steps."""
        left, bottom, right, top = self.frame
        return round((right - left) / self.unit), round((top - bottom) / self.unit)

    @property
    def is_web_mercator(self) -> bool:
        """Whether a scene on this plane lies true on ordinary web maps."""
        return CRS.from_user_input(self.crs).to_epsg() == 3857

    def to_drawing(self, frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
        """Project a frame and put its origin at the top left, y downwards.

        Parameters
        ----------
        frame : GeoDataFrame
            With a CRS.

        Returns
        -------
        GeoDataFrame
            A copy without CRS, geometry in the drawing's steps, not yet rounded.
        """
        geometry = shapely.transform(frame.geometry.to_crs(self.crs).array, self._turn)
        return frame.assign(geometry=gpd.GeoSeries(geometry, index=frame.index))

    def box(self, bounds: Bounds) -> Bounds:
        """Put a box of the plane into the drawing: left, top, right, bottom."""
        corners = np.array([[bounds[0], bounds[3]], [bounds[2], bounds[1]]])
        (left, top), (right, bottom) = self._turn(corners)
        return float(left), float(top), float(right), float(bottom)

    def _turn(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        left, top = self.frame[0], self.frame[3]
        return (points - [left, top]) * [1 / self.unit, -1 / self.unit]
