"""Place the names of a scene: countries, regions and towns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from csto_atlas.maps.labels.model import BAND, Constraints, FirstView, Label, Lettering
from csto_atlas.maps.labels.points import label_towns
from csto_atlas.maps.labels.territories import Named, label_territories
from csto_atlas.maps.labels.wordings import Wording, part_lines, word_name
from csto_atlas.maps.spec.placed import PlacedMap

COUNTRY, NEIGHBOUR = Lettering(13.0, bold=True), Lettering(12.0, bold=False)
TOWN, REGION = Lettering(12.0, bold=False), Lettering(12.0, bold=False)
# Sizes of frames in pixels, without the controls beside the map. Our own choice: common
# screens, and the smallest and largest ones for which names are placed.
PHONE = (300.0, 240.0)  # the narrow view on a common phone
SMALLEST = (250.0, 190.0)  # the narrow view in the smallest frame
LEAST_RATIO = 1.16  # width divided by height of what a narrow frame shows at least
LENS = 0.27  # width of a lens and its gap, as a share of the width of the frame
NARROW_FRAME = 700.0  # frames at least this wide first show the wide view
WIDE_ROOM = (660.0, 300.0)  # the wide view in the smallest frame that shows it
TABLET = (660.0, 450.0)  # the wide view in a tablet, upright, or beside a panel
DESKTOP, LARGEST = 1000.0, 1500.0  # widths; a scene without script is for DESKTOP


@dataclass(frozen=True)
class SceneLabels:
    """Labels of a scene, each with whether it is shown without script."""

    countries: list[tuple[Label, bool]]
    regions: list[tuple[Label, bool]]
    towns: list[tuple[Label, bool]]


@dataclass(frozen=True)
class NamedFeatures:
    """The features of a scene that have names; geometries in drawing steps.

    Attributes
    ----------
    territories : GeoDataFrame
        ``code`` and polygons.
    focus : sequence of str
        Codes of the territories that the map is about.
    names : mapping of str
        Names of the territories by code.
    towns, regions : GeoDataFrame
        ``key``, ``name`` and points or polygons, the most important first.
    short_names : mapping of str
        Short names of the territories by code.
    weights : mapping of float
        From 0 to 1, by code: where there is no room for all names, greater weights come
        first. 0 if not given.
    """

    territories: gpd.GeoDataFrame
    focus: Sequence[str]
    names: Mapping[str, str]
    towns: gpd.GeoDataFrame
    regions: gpd.GeoDataFrame
    short_names: Mapping[str, str] = field(default_factory=dict)
    weights: Mapping[str, float] = field(default_factory=dict)


def place_names(
    spec: PlacedMap,
    features: NamedFeatures,
    signs: NDArray[np.float64],
    standing: Sequence[Label] = (),
) -> SceneLabels:
    """Place every name of a scene.

    Parameters
    ----------
    spec : PlacedMap
    features : NamedFeatures
    signs : ndarray of shape (n, 2)
        Points where signs may be drawn, in drawing steps.
    standing : sequence of Label
        See `Constraints.standing`.

    Returns
    -------
    SceneLabels
    """
    constraints = replace(_constrain(spec, signs), standing=tuple(standing))
    territories = features.territories
    shapes = dict(zip(territories["code"], territories.geometry, strict=True))
    labels = label_territories(
        [*_name_countries(features), *_name_regions(features.regions)],
        shapes,
        replace(constraints, scales=(constraints.scales[0], _farthest_scale(spec))),
    )
    regions = {*features.regions["key"]} - shapes.keys()
    towns = features.towns
    beside = label_towns(
        dict(zip(towns["key"], towns["name"], strict=True)),
        dict(zip(towns["key"], towns.geometry, strict=True)),
        TOWN,
        constraints,
        [*standing, *labels],
    )
    shown = drawn_scale(spec)
    return SceneLabels(
        *(
            [(label, label.shows(shown)) for label in some]
            for some in (
                [label for label in labels if label.code not in regions],
                [label for label in labels if label.code in regions],
                beside,
            )
        )
    )


def _name_countries(features: NamedFeatures) -> list[Named]:
    names, short, focus = features.names, features.short_names, {*features.focus}
    return [
        Named(
            code,
            shape,
            word_name(names[code], short.get(code), COUNTRY)
            if code in focus
            else _word_plainly(names[code], NEIGHBOUR),
            has_status=code in focus,
            weight=features.weights.get(code, 0.0),
        )
        for code, shape in zip(
            features.territories["code"], features.territories.geometry, strict=True
        )
    ]


def _name_regions(regions: gpd.GeoDataFrame) -> list[Named]:
    return [
        Named(row.key, row.geometry, _word_plainly(row.name, REGION), has_status=False)
        for row in regions.itertuples()
    ]


def _word_plainly(name: str, lettering: Lettering) -> list[Wording]:
    parted = part_lines(name)
    texts = [name, parted] if parted else [name]
    return [Wording(text, lettering) for text in texts]


def _constrain(spec: PlacedMap, signs: NDArray[np.float64]) -> Constraints:
    scales = spec.closest / spec.unit, phone_scale(spec)
    edge = _fit(spec.plane.box(spec.views.wide), TABLET)
    return Constraints(scales, signs, find_views(spec), edges=(edge,))


def find_views(spec: PlacedMap) -> tuple[FirstView, FirstView]:
    """Return the first view of narrow frames and that of wide ones."""
    narrow, wide = (
        spec.plane.box(view) for view in (spec.views.narrow, spec.views.wide)
    )
    return (
        FirstView(
            shapely.box(*_widen(narrow, LEAST_RATIO)),
            scale=phone_scale(spec),
            nearest=_width(narrow) / NARROW_FRAME,
            farthest=_smallest_scale(spec),
        ),
        FirstView(
            shapely.box(*wide),
            scale=home_scale(spec),
            nearest=_width(wide) / LARGEST,
            farthest=_fit(wide, WIDE_ROOM),
            covered=_find_covered(spec, wide),
        ),
    )


def _widen(
    box: tuple[float, float, float, float], ratio: float
) -> tuple[float, float, float, float]:
    """Extend a box on both sides to at least a ratio of width to height."""
    left, top, right, bottom = box
    more = max(0.0, ratio * (bottom - top) - (right - left)) / 2
    return left - more, top, right + more, bottom


def _find_covered(
    spec: PlacedMap, view: tuple[float, float, float, float]
) -> BaseGeometry | None:
    """Return the part of the wide view under the lenses: its lower left corner."""
    left, _, right, bottom = view
    heights = [
        (lens.box[3] - lens.box[1]) / (lens.box[2] - lens.box[0])
        for lens in spec.lenses
    ]
    if not heights:
        return None
    width = LENS * (right - left)
    return shapely.box(left, bottom - max(heights) * width, left + width, bottom)


def home_scale(spec: PlacedMap) -> float:
    """Return the scale of the wide view on a desktop, in drawing steps per pixel."""
    return _width(spec.plane.box(spec.views.wide)) / DESKTOP


def drawn_scale(spec: PlacedMap) -> float:
    """Return the scale of a scene without script, in drawing steps per pixel."""
    return spec.plane.size[0] / DESKTOP


def phone_scale(spec: PlacedMap) -> float:
    """Return the scale of the narrow view on a phone, in drawing steps per pixel."""
    return _fit(spec.plane.box(spec.views.narrow), PHONE)


def _smallest_scale(spec: PlacedMap) -> float:
    return _fit(spec.plane.box(spec.views.narrow), SMALLEST)


def _farthest_scale(spec: PlacedMap) -> float:
    """Return the scale at which the smallest frame shows its first view or any part.

    A part that is the wide view is the narrow one there (`maps/static/view.js`).
    """
    parts = [
        _fit(spec.plane.box(part.box), SMALLEST)
        for part in spec.presets
        if part.box != spec.views.wide
    ]
    first = _smallest_scale(spec)
    # By whole bands, so that those of the first views stay the same.
    more = np.log(max([first, *parts]) / first) / np.log(BAND)
    return float(first * BAND ** np.ceil(more))


def _width(box: tuple[float, float, float, float]) -> float:
    return box[2] - box[0]


def _fit(box: tuple[float, float, float, float], room: tuple[float, float]) -> float:
    """Return the scale, in drawing steps per pixel, at which a box fits into `room`.

    Parameters
    ----------
    box : tuple of float
        Left, top, right and bottom, in drawing steps.
    room : tuple of float
        Width and height, in pixels.
    """
    left, top, right, bottom = box
    return max((right - left) / room[0], (bottom - top) / room[1])
