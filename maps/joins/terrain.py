"""The ground that events are joined to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import geopandas as gpd
from shapely.geometry.base import BaseGeometry

from csto_atlas.geodata.ground import Ground


@dataclass(frozen=True)
class Terrain:
    """What events are joined to: ground, disputed areas, and a border.

    Attributes
    ----------
    grounds : sequence of Ground
        Finer ones first.
    outlines : GeoDataFrame
        ``area`` and polygons.
    border : geometry
        Lines in degrees, unsimplified; may be empty.
    """

    grounds: Sequence[Ground]
    outlines: gpd.GeoDataFrame
    border: BaseGeometry
