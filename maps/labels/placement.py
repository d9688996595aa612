"""The names on a scene: countries, towns, regions, and from which scale on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from csto_atlas.maps.labels.inside import place_label
from csto_atlas.maps.labels.leaders import gather, give_way, lead_all
from csto_atlas.maps.labels.model import FINE_STEPS, Label, Lettering, bands
from csto_atlas.maps.labels.points import label_towns
from csto_atlas.maps.spec.placed import PlacedMap

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
    spec: PlacedMap,
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
    spec : PlacedMap
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
    countries = label_countries(
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


def label_countries(
    names: Mapping[str, str],
    countries: Mapping[str, BaseGeometry],
    focus: Sequence[str],
    scales: tuple[float, float],
    *,
    home: BaseGeometry,
    wide: BaseGeometry,
    letterings: tuple[Lettering, Lettering],
    avoid: NDArray[np.float64],
) -> tuple[Label, ...]:
    """Label the countries: the focus first, inside or by leaders, then the others.

    Parameters
    ----------
    names : mapping of str
        Texts by code.
    countries : mapping of geometry
        By code, in drawing steps.
    focus : sequence of str
        Codes that the map is about; only these get leaders.
    scales : tuple of float
        Nearest and farthest scale a reader can see.
    home : shapely geometry
        The narrow view: a label is put where also a small screen shows it.
    wide : shapely geometry
        The wide view, for countries that the narrow one hardly shows.
    letterings : tuple of Lettering
        Of the focus countries and of the others.
    avoid : ndarray of shape (n, 2)
        Points where marks may stand.

    Returns
    -------
    tuple of Label
    """

    def place(code: str, lettering: Lettering) -> Label | None:
        whole = countries[code]
        area = whole.intersection(home)
        if area.area <= whole.area / 3:
            # On a wide screen the name should not be cut at the edge of the view.
            area = whole.intersection(wide) if whole.intersects(wide) else whole
        return place_label(
            code, names[code], area, scales, lettering=lettering, avoid=avoid
        )

    inside = {code: place(code, letterings[0]) for code in focus}
    labels = [label for label in inside.values() if label]
    crowd = gather({code: countries[code] for code in focus})
    anywhere = shapely.box(*shapely.total_bounds(list(countries.values()))).buffer(1e4)
    for band in bands(*scales):
        # Only a small screen, which has the farthest scales, shows no more than home.
        seen = home if band[1] == scales[1] else anywhere
        starts = []
        for code in sorted(focus, key=lambda code: countries[code].area):
            own = inside[code]
            nearest = max(band[0], own.farthest if own else 0.0)
            if nearest >= band[1] / FINE_STEPS[1]:
                continue
            half = letterings[0].half(names[code])
            x, y = shapely.get_coordinates(shapely.point_on_surface(countries[code]))[0]
            starts.append(
                Label(code, names[code], float(x), float(y), half, nearest, band[1])
            )
        labels += lead_all(starts, labels, crowd, avoid, seen)
    leaders = [label for label in labels if label.is_leader]
    for code in countries:
        if code not in inside and (label := place(code, letterings[1])):
            free = give_way(label, leaders, scales[0])
            labels += [free] if free else []
    return tuple(labels)


def home_scale(spec: PlacedMap) -> float:
    """Return drawing steps a pixel where a wide screen shows the first view."""
    left, _, right, _ = spec.plane.box(spec.views.wide)
    return (right - left) / DESKTOP


def drawn_scale(spec: PlacedMap) -> float:
    """Return drawing steps a pixel of a scene without script."""
    return spec.plane.size[0] / DESKTOP


def phone_scale(spec: PlacedMap) -> float:
    """Return drawing steps a pixel where a small screen shows the narrow view."""
    left, top, right, bottom = spec.plane.box(spec.views.narrow)
    return max((right - left) / PHONE[0], (bottom - top) / PHONE[1])
