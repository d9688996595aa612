"""Place the names of towns beside their points, clear of each other and of labels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import Point
from shapely.geometry.base import BaseGeometry

from csto_atlas.maps.labels.collisions import meets
from csto_atlas.maps.labels.model import Constraints, Label, Lettering, bands

# Our own choice: a name is clear of its sign and of other names.
AWAY = 7.0  # pixels from the point to the nearest edge of its name
MARGIN = 2.0  # pixels between two names
SIGN = 5.0  # pixels from the middle of a sign to its edge


def label_towns(
    names: Mapping[str, str],
    points: Mapping[str, Point],
    lettering: Lettering,
    constraints: Constraints,
    others: Sequence[Label] = (),
) -> list[Label]:
    """Place the names of towns, the most important first.

    Parameters
    ----------
    names : mapping of str
        Names by place, in order of importance.
    points : mapping of Point
        Points by place, in drawing steps.
    lettering : Lettering
    constraints : Constraints
    others : sequence of Label
        Labels already placed, which the names of towns must not overlap.

    Returns
    -------
    list of Label
        The names that overlap nothing in a band of scales. The side of the town on
        which a name is written may differ between bands.
    """
    starts = [
        Label(code, text, points[code].x, points[code].y, lettering.half(text), 0, 0)
        for code, text in names.items()
    ]
    placed: list[Label] = []
    for band in bands(*constraints.scales):
        crowd = [other for other in others if other.farthest > band[0]]
        for start in starts:
            label = replace(start, nearest=band[0], farthest=band[1])
            if found := _place(label, crowd, constraints):
                crowd.append(found)
                placed.append(found)
    return _merge(placed)


def _place(
    label: Label,
    others: Sequence[Label],
    constraints: Constraints,
) -> Label | None:
    for offset in _offsets(label.half):
        tried = replace(label, offset=offset)
        if (
            not any(_meet(tried, other) for other in others)
            and not any(_is_cut(tried, v.scale, v.box) for v in constraints.views)
            and not _covers(tried, constraints.signs)
        ):
            return tried
    return None


def _merge(labels: Sequence[Label]) -> list[Label]:
    """Join adjacent bands of scales in which a name is on the same side."""
    runs: dict[tuple[str, tuple[int, int], float], Label] = {}
    for label in labels:
        far = runs.pop((label.code, label.offset, label.farthest), None)
        whole = replace(label, farthest=far.farthest) if far else label
        runs[label.code, label.offset, label.nearest] = whole
    return list(runs.values())


def _covers(label: Label, signs: NDArray[np.float64]) -> bool:
    """Tell whether a name covers the sign of another town."""
    scale = label.farthest
    left, top, right, bottom = label.box(scale)
    room = SIGN * scale
    x, y = signs.T
    own = np.hypot(x - label.x, y - label.y) < scale
    hit = (
        (x > left - room) & (x < right + room) & (y > top - room) & (y < bottom + room)
    )
    return bool((hit & ~own).any())


def _is_cut(label: Label, scale: float, view: BaseGeometry) -> bool:
    """Tell whether the edge of a view cuts a name that is shown in it."""
    if not label.shows(scale):
        return False
    box = shapely.box(*label.box(scale))
    return bool(box.intersects(view) and not box.within(view))


def _offsets(half: tuple[float, float]) -> list[tuple[int, int]]:
    """List offsets in pixels from a point to its name: right, left, up, down, corners.

    `half` is half the width and height of the name, in pixels.
    """
    across, up = round(half[0] + AWAY), round(half[1] + AWAY - 3)
    corner = round(half[1] + 1)
    return [
        (across, 0),
        (-across, 0),
        (0, -up),
        (0, up),
        (across, -corner),
        (across, corner),
        (-across, -corner),
        (-across, corner),
    ]


def _meet(label: Label, other: Label) -> bool:
    """Tell whether two names overlap at any scale at which both are shown."""
    nearest = max(label.nearest, other.nearest)
    farthest = min(label.farthest, other.farthest)
    return nearest < farthest and meets(
        (label.x - other.x, label.y - other.y),
        (label.offset[0] - other.offset[0], label.offset[1] - other.offset[1]),
        (
            label.half[0] + other.half[0] + MARGIN,
            label.half[1] + other.half[1] + MARGIN,
        ),
        max(nearest, farthest / 100),
        farthest,
    )


def town_names(
    ids: Iterable[str], texts: Mapping[str, str], others: Mapping[str, str]
) -> dict[str, str]:
    """Write the names of places; both names where a place has two.

    Parameters
    ----------
    ids : iterable of str
        Places.
    texts, others : mapping of str
        Names by place, and second names: used by another side or at another time.

    Returns
    -------
    dict of str
        ``name`` or ``name / second name`` by place.
    """
    return {
        place: f"{texts[place]} / {others[place]}" if place in others else texts[place]
        for place in ids
    }
