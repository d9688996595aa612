"""Exclaves held by a neighbour, drawn as territory of the state they belong to."""

from __future__ import annotations

import geopandas as gpd


def settle_exclaves(
    territories: gpd.GeoDataFrame, exclaves: gpd.GeoDataFrame
) -> gpd.GeoDataFrame:
    """Move exclaves from the state that holds them to the one they belong to by law.

    Parameters
    ----------
    territories : GeoDataFrame
        ``code`` and polygons.
    exclaves : GeoDataFrame
        ``code``, the state an exclave belongs to, and polygons, in the same CRS.

    Returns
    -------
    GeoDataFrame
        The territories in the same order; those without an exclave are untouched.
    """
    settled = territories.set_index("code", drop=False)
    for code, shape in zip(exclaves["code"], exclaves.geometry, strict=True):
        if code not in settled.index:
            continue
        around = settled.index[settled.intersects(shape) & (settled.index != code)]
        for other in around:
            settled.loc[[other], "geometry"] = settled.geometry[[other]].difference(
                shape
            )
        settled.loc[[code], "geometry"] = settled.geometry[[code]].union(shape)
    return settled.reset_index(drop=True)
