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
from csto_atlas.maps.labels.leaders import give_way, lead_all, make_crowd
from csto_atlas.maps.labels.model import (
    FINE_STEPS,
    Constraints,
    Label,
    Lettering,
    bands,
)
from csto_atlas.maps.labels.points import label_towns
from csto_atlas.maps.spec.placed import PlacedMap

COUNTRY, NEIGHBOUR = Lettering(13.0, bold=True), Lettering(12.0, bold=False)
TOWN, REGION = Lettering(12.0, bold=False), Lettering(12.0, bold=False)
PHONE = (300.0, 240.0)  # pixels: the smallest frame that shows the whole narrow view
DESKTOP = 1000.0  # pixels: the width a scene without script is drawn for


@dataclass(frozen=True)
class SceneLabels:
    """Labels of a scene, each with whether it shows without script."""

    countries: list[tuple[Label, bool]]
    regions: list[tuple[Label, bool]]
    towns: list[tuple[Label, bool]]


@dataclass(frozen=True)
class NamedFeatures:
    """What has a name on a scene, in drawing steps.

    Attributes
    ----------
    territories : GeoDataFrame
        ``code`` and polygons.
    focus : sequence of str
        Codes that the map is about.
    names : mapping of str
        Names of the territories.
    towns, regions : GeoDataFrame
        ``key``, ``name`` and points, or polygons; the most important first.
    """

    territories: gpd.GeoDataFrame
    focus: Sequence[str]
    names: Mapping[str, str]
    towns: gpd.GeoDataFrame
    regions: gpd.GeoDataFrame


def place_names(
    spec: PlacedMap, features: NamedFeatures, signs: NDArray[np.float64]
) -> SceneLabels:
    """Place every name of a scene.

    Parameters
    ----------
    spec : PlacedMap
    features : NamedFeatures
    signs : ndarray of shape (n, 2)
        Where signs may stand.

    Returns
    -------
    SceneLabels
    """
    constraints, territories = _constrain(spec, signs), features.territories
    shapes = dict(zip(territories["code"], territories.geometry, strict=True))
    focus = [code for code in features.focus if code in shapes]
    countries = label_countries(features.names, shapes, focus, constraints)
    around = [
        free
        for row in features.regions.itertuples()
        if (label := place_label(row.key, row.name, row.geometry, REGION, constraints))
        and (free := give_way(label, countries, constraints.scales[0]))
    ]
    towns = features.towns
    beside = label_towns(
        dict(zip(towns["key"], towns["name"], strict=True)),
        dict(zip(towns["key"], towns.geometry, strict=True)),
        TOWN,
        constraints,
        [*countries, *around],
    )
    shown = drawn_scale(spec)
    return SceneLabels(
        *(
            [(label, label.shows(shown)) for label in labels]
            for labels in (countries, around, beside)
        )
    )


def _constrain(spec: PlacedMap, signs: NDArray[np.float64]) -> Constraints:
    narrow, wide = (
        shapely.box(*spec.plane.box(view))
        for view in (spec.views.narrow, spec.views.wide)
    )
    return Constraints(
        scales=(spec.closest / spec.unit, phone_scale(spec)),
        signs=signs,
        views=((phone_scale(spec), narrow), (home_scale(spec), wide)),
    )


def label_countries(
    names: Mapping[str, str],
    countries: Mapping[str, BaseGeometry],
    focus: Sequence[str],
    constraints: Constraints,
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
    constraints : Constraints
        A label is put where also the narrow view shows it; that of a country which
        the narrow view hardly shows, where the wide one does.

    Returns
    -------
    tuple of Label
    """
    scales, signs = constraints.scales, constraints.signs
    (_, home), (_, wide) = constraints.views

    def place(code: str, lettering: Lettering) -> Label | None:
        whole = countries[code]
        area = whole.intersection(home)
        if area.area <= whole.area / 3:
            # On a wide screen the name should not be cut at the edge of the view.
            area = whole.intersection(wide) if whole.intersects(wide) else whole
        return place_label(code, names[code], area, lettering, constraints)

    inside = {code: place(code, COUNTRY) for code in focus}
    labels = [label for label in inside.values() if label]
    crowd = make_crowd({code: countries[code] for code in focus})
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
            half = COUNTRY.half(names[code])
            x, y = shapely.get_coordinates(shapely.point_on_surface(countries[code]))[0]
            starts.append(
                Label(code, names[code], float(x), float(y), half, nearest, band[1])
            )
        labels += lead_all(starts, labels, crowd, signs, seen)
    leaders = [label for label in labels if label.is_leader]
    for code in countries:
        if code not in inside and (label := place(code, NEIGHBOUR)):
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
