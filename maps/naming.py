"""The names on a scene: countries, towns, regions, and from which scale on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray

from maps.labels import Label, Lettering, label_scene, place_label
from maps.leaders import give_way
from maps.spec import MapSpec
from maps.towns import label_towns

COUNTRY, NEIGHBOUR = Lettering(13.0, bold=True), Lettering(12.0, bold=False)
TOWN, REGION = Lettering(12.0, bold=False), Lettering(12.0, bold=False)
PHONE = (300.0, 240.0)  # pixels: the smallest frame that shows the whole narrow view
DESKTOP = 1000.0  # pixels: the width a scene without script is drawn for


@dataclass(frozen=True)
class Names:
    """Labels of a scene, each with whether it shows without script."""

    countries: list[tuple[Label, bool]]
    regions: list[tuple[Label, bool]]
    towns: list[tuple[Label, bool]]


def place_names(
    spec: MapSpec,
    territories: gpd.GeoDataFrame,
    focus: Sequence[str],
    names: Mapping[str, str],
    marks: NDArray[np.float64],
    *,
    towns: gpd.GeoDataFrame,
    regions: gpd.GeoDataFrame,
) -> Names:
    """Place every name of a scene.

    Parameters
    ----------
    spec : MapSpec
    territories : GeoDataFrame
        ``code`` and polygons in drawing steps.
    focus : sequence of str
        Codes that the map is about.
    names : mapping of str
        Names of the territories.
    marks : ndarray of shape (n, 2)
        Where signs may stand.
    towns, regions : GeoDataFrame
        ``key``, ``name`` and points, or polygons, in drawing steps; the most important
        first.

    Returns
    -------
    Names
    """
    scales = spec.closest / spec.unit, phone_scale(spec)
    home, wide = (
        shapely.box(*spec.plane.box(view))
        for view in (spec.views.narrow, spec.views.wide)
    )
    shapes = dict(zip(territories["code"], territories.geometry, strict=True))
    countries = label_scene(
        names,
        shapes,
        [code for code in focus if code in shapes],
        scales,
        home=home,
        wide=wide,
        letterings=(COUNTRY, NEIGHBOUR),
        avoid=marks,
    )
    around = [
        free
        for row in regions.itertuples()
        if (
            label := place_label(
                row.key, row.name, row.geometry, scales, lettering=REGION, avoid=marks
            )
        )
        and (free := give_way(label, countries, scales[0]))
    ]
    beside = label_towns(
        dict(zip(towns["key"], towns["name"], strict=True)),
        dict(zip(towns["key"], towns.geometry, strict=True)),
        scales,
        lettering=TOWN,
        others=[*countries, *around],
        signs=marks,
        views=((phone_scale(spec), home), (home_scale(spec), wide)),
    )
    shown = drawn_scale(spec)
    return Names(
        *(
            [(label, label.shows(shown)) for label in labels]
            for labels in (countries, around, beside)
        )
    )


def home_scale(spec: MapSpec) -> float:
    """Return drawing steps a pixel where a wide screen shows the first view."""
    left, _, right, _ = spec.plane.box(spec.views.wide)
    return (right - left) / DESKTOP


def drawn_scale(spec: MapSpec) -> float:
    """Return drawing steps a pixel of a scene without script."""
    return spec.plane.size[0] / DESKTOP


def phone_scale(spec: MapSpec) -> float:
    """Return drawing steps a pixel where a small screen shows the narrow view."""
    left, top, right, bottom = spec.plane.box(spec.views.narrow)
    return max((right - left) / PHONE[0], (bottom - top) / PHONE[1])
