"""Convert longitude and latitude to drawing steps."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import CRS

Bounds = tuple[float, float, float, float]
# EPSG:3857 where longitudes beyond 180 degrees go on: web maps show them there, and
# without "over" the far end of Russia would be drawn at the other side of the world.
WEB_MERCATOR_ROUND = (
    "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m "
    "+nadgrids=@null +wktext +no_defs +over"
)


@dataclass(frozen=True)
class Plane:
    """The projected plane that a scene is drawn on.

    Attributes
    ----------
    crs : str
        A projected CRS that pyproj understands, with x east and y north.
    frame : tuple of float
        Left, bottom, right, top in the units of the CRS.
    unit : float
        Length of one drawing step in the units of the CRS.
    """

    crs: str
    frame: Bounds
    unit: float = 1.0

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the drawing in drawing steps."""
        left, bottom, right, top = self.frame
        return round((right - left) / self.unit), round((top - bottom) / self.unit)

    @property
    def is_web_mercator(self) -> bool:
        """Whether the CRS is EPSG:3857, so that the scene fits on ordinary web maps."""
        return CRS.from_user_input(self.crs).to_epsg() == 3857

    def flatten(self, frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
        """Project a frame to the CRS of the plane.

        Parameters
        ----------
        frame : GeoDataFrame
            With a CRS.

        Returns
        -------
        GeoDataFrame
            A copy; in Web Mercator longitudes beyond 180 degrees lie beyond its end.
        """
        if self.is_web_mercator and frame.crs.is_geographic:
            return frame.to_crs(WEB_MERCATOR_ROUND).set_crs(
                self.crs, allow_override=True
            )
        return frame.to_crs(self.crs)

    def to_drawing(self, frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
        """Project a frame and convert it to drawing steps.

        The origin is at the top left, and y increases downwards.

        Parameters
        ----------
        frame : GeoDataFrame
            With a CRS.

        Returns
        -------
        GeoDataFrame
            A copy without CRS; coordinates are not rounded.
        """
        flat = self.flatten(frame)
        geometry = shapely.transform(flat.geometry.array, self._turn)
        return frame.assign(geometry=gpd.GeoSeries(geometry, index=frame.index))

    def box(self, bounds: Bounds) -> Bounds:
        """Convert a box to drawing steps.

        Parameters
        ----------
        bounds : tuple of float
            Left, bottom, right, top in the units of the CRS.

        Returns
        -------
        tuple of float
            Left, top, right, bottom in drawing steps.
        """
        corners = np.array([[bounds[0], bounds[3]], [bounds[2], bounds[1]]])
        (left, top), (right, bottom) = self._turn(corners)
        return float(left), float(top), float(right), float(bottom)

    def _turn(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """Convert points of shape (n, 2) from units of the CRS to drawing steps."""
        left, top = self.frame[0], self.frame[3]
        return (points - [left, top]) * [1 / self.unit, -1 / self.unit]
