"""A frame with dates as a whole map, in one call."""

from __future__ import annotations

from typing import Any

import folium
import geopandas as gpd

from csto_atlas.maps.notebook.slices import Slices
from csto_atlas.maps.notebook.slider import TimeSlider


def explore(
    gdf: gpd.GeoDataFrame,
    start: str = "",
    end: str = "",
    value: str = "",
    *,
    m: folium.Map | None = None,
    tiles: Any = "OpenStreetMap",
    lang: str = "en",
    **options: Any,
) -> folium.Map:
    """Show a frame with dates on a folium map, as `GeoDataFrame.explore` shows others.

    Parameters
    ----------
    gdf : GeoDataFrame
    start, end, value : str
        Columns, as `Slices` takes them.
    m : folium.Map, optional
        The map that gets the layer, which stays where it is; a new one at the bounds of
        the frame if not given.
    tiles : object
        Of a new map, as `folium.Map` takes them; ``None`` for none.
    lang : str
        A language of the atlas.
    **options : object
        Of `Slices`: ``key``, ``step``, ``label``, ``tooltip``, ``colours``, ``name``.

    Returns
    -------
    folium.Map

    Raises
    ------
    FrameError
        With every wrong row.

    Examples
    --------
    >>> explore(gdf, "from", "to", "status", label="state")  # doctest: +SKIP
    """
    layer = Slices(gdf, start, end, value, **options)
    if m is None:
        m = folium.Map(tiles=tiles)
        m.fit_bounds(layer.bounds)
    TimeSlider([layer], lang=lang).add_to(m)
    return m
