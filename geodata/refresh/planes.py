"""The planes that shapes are simplified in, and the way back to degrees."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Transformer
from shapely.geometry.base import BaseGeometry

Box = tuple[float, float, float, float]
ShapesT = TypeVar("ShapesT", BaseGeometry, NDArray[np.object_])


@dataclass(frozen=True)
class MetricPlane:
    """A projection in metres.

    Attributes
    ----------
    crs : str
        What pyproj understands.
    """

    crs: str

    def project(self, geometry: ShapesT) -> ShapesT:
        """Turn degrees into metres."""
        return self._transform(geometry, Transformer.from_crs(4326, self.crs, True))

    def unproject(self, geometry: ShapesT) -> ShapesT:
        """Turn metres into degrees; Chukotka lies east of 180."""
        back = self._transform(geometry, Transformer.from_crs(self.crs, 4326, True))
        return shapely.transform(back, _east_of_180)

    def _transform(self, geometry: ShapesT, transformer: Transformer) -> ShapesT:
        def turn(points: NDArray[np.float64]) -> NDArray[np.float64]:
            return np.column_stack(transformer.transform(points[:, 0], points[:, 1]))

        return shapely.transform(geometry, turn)


# Centred between the members: Central Asia and the Caucasus keep their size.
EURASIA = MetricPlane("+proj=laea +lat_0=48 +lon_0=72 +datum=WGS84 +units=m")
MERCATOR = MetricPlane("EPSG:3857")
# One screen pixel of web Mercator at zoom 0, at the equator, in metres.
PIXEL_AT_ZOOM_0 = 156_543.034


def pixel(zoom: int) -> float:
    """Return the size of a web map's pixel in Mercator metres."""
    return PIXEL_AT_ZOOM_0 / float(2**zoom)


def shift_east(part: BaseGeometry) -> BaseGeometry:
    """Move a shape that ends west of 100 W to the east of 180."""
    return shapely.transform(part, _east_of_180) if part.bounds[2] < -100 else part


def _east_of_180(points: NDArray[np.float64]) -> NDArray[np.float64]:
    turned = np.where(points[:, 0] < -100, points[:, 0] + 360, points[:, 0])
    return np.column_stack((turned, points[:, 1]))
