"""Names of territories: for every range of scales the best places for all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from shapely.geometry.base import BaseGeometry

from csto_atlas.maps.labels.choice import choose
from csto_atlas.maps.labels.inside import place_label
from csto_atlas.maps.labels.model import BAND, Constraints, Label, bands
from csto_atlas.maps.labels.ranges import merge, start_sooner
from csto_atlas.maps.labels.spot_search import (
    LONGEST_LINE,
    add_costs,
    find_spots,
    is_allowed,
)
from csto_atlas.maps.labels.spots import Spots, join_spots, make_spots
from csto_atlas.maps.labels.surroundings import Ground
from csto_atlas.maps.labels.wordings import Wording

# What it is worth to show a name: the largest first, and others only where free.
WITH_STATUS, FOR_SIZE, LARGE = 100.0, 40.0, 3000.0  # LARGE in square pixels
WITHOUT_STATUS = 5.0
GOOD = 2.0  # cost up to which a place inside needs no alternative
CLOSEST = 1.01  # times the nearest scale: where the last band begins
SOONER = (1.5, 1.35, 1.2)  # how much sooner than its band a name may show
INSIDE = 0.85  # part of a text in its territory from which on it has its colours
LEAST_SEEN = 1 / 3  # part of a territory from which on a view alone decides


@dataclass(frozen=True)
class Named:
    """A territory or a region, and how its name can be written.

    Attributes
    ----------
    code : str
    shape : shapely geometry
        In drawing steps.
    wordings : sequence of Wording
        From the best to the least good.
    has_status : bool
        Whether it has a status at any time: only then its name may overhang, stand
        beside it or have a leader line, and no other name stands on it.
    """

    code: str
    shape: BaseGeometry
    wordings: Sequence[Wording]
    has_status: bool

    @property
    def reach(self) -> float:
        """Pixels around the territory within which its name may stand."""
        widest = max(way.half[0] for way in self.wordings)
        return 2 * widest + LONGEST_LINE


def label_territories(
    named: Sequence[Named], shapes: Mapping[str, BaseGeometry], constraints: Constraints
) -> list[Label]:
    """Place the names of territories and regions at every scale.

    Parameters
    ----------
    named : sequence of Named
    shapes : mapping of geometry
        All territories by code, in drawing steps.
    constraints : Constraints

    Returns
    -------
    list of Label
        From far to near; one name may have several, at different scales.
    """
    inside = [_place_inside(one, constraints) for one in named]
    marked = [one.code for one in named if one.has_status]
    kept: list[Spots | None] = [None] * len(named)
    labels: list[Label] = []
    before: list[tuple[Label, Spots]] = []
    limit = constraints.scales[1]
    for band in _list_bands(*constraints.scales):
        ground = Ground(shapes, marked, band)
        options = [
            _list_options(one, fits, last, ground, constraints)
            for one, fits, last in zip(named, inside, kept, strict=True)
        ]
        chosen = choose(options, [_value(one, band[1]) for one in named], band)
        former_spots = kept
        kept = [
            None if index is None else spots[np.array([index])]
            for spots, index in zip(options, chosen, strict=True)
        ]
        standing = [
            (_write(one, spot, band), spot, _list_scales(one, fits, spot, last, ground))
            for one, fits, spot, last in zip(
                named, inside, kept, former_spots, strict=True
            )
            if spot is not None
        ]
        started, former = start_sooner(standing, before, limit)
        limit = band[1]
        labels += former
        before = [
            (label, spot) for label, (_, spot, _) in zip(started, standing, strict=True)
        ]
    labels += [label for label, _ in before]
    return merge(labels, constraints.scales[0])


def _list_bands(nearest: float, farthest: float) -> list[tuple[float, float]]:
    """Part the scales, so that the nearest one is the far end of a band of its own.

    A name stands in a band if it can from its far end on: at least there, all can that
    fit when a reader has come as near as possible.
    """
    last = nearest * CLOSEST
    parts = [(max(near, last), far) for near, far in bands(nearest, farthest)]
    return [*(part for part in parts if part[1] > last), (last / BAND, last)]


def _place_inside(named: Named, constraints: Constraints) -> list[tuple[int, Label]]:
    """Find for each wording from how far away it fits into what is seen."""
    found: list[tuple[int, Label]] = []
    for area in find_seen(named.shape, constraints):
        for number, way in enumerate(named.wordings):
            fits = place_label(named.code, way.text, area, way.lettering, constraints)
            if fits:
                found.append((number, fits))
            if fits and fits.farthest == constraints.scales[1]:
                break  # a poorer wording is never needed
    return found


def find_seen(shape: BaseGeometry, constraints: Constraints) -> list[BaseGeometry]:
    """Return the parts of a territory that its name should stand in.

    Parameters
    ----------
    shape : shapely geometry
    constraints : Constraints
        With views of narrow frames, then of wide ones.

    Returns
    -------
    list of shapely geometry
        What the narrow view shows of it, and what the wide one shows, if the narrow one
        shows less than a third; all of it if neither shows any.
    """
    found: list[BaseGeometry] = []
    for view in constraints.views:
        seen = shape.intersection(view.box)
        if seen.area > 0:
            found.append(seen)
        if seen.area > shape.area * LEAST_SEEN:
            break
    return found or [shape]


def _list_options(
    named: Named,
    inside: Sequence[tuple[int, Label]],
    kept: Spots | None,
    ground: Ground,
    constraints: Constraints,
) -> Spots:
    """List the spots for a name at the scales of a band."""
    band = ground.nearest, ground.farthest
    fits = [
        (number, label)
        for number, label in inside
        if label.farthest >= band[1] * (1 - 1e-9)
    ]
    spots = make_spots(
        np.array([(label.x, label.y) for _, label in fits]).reshape(-1, 2),
        named.wordings,
        np.array([number for number, _ in fits], dtype=np.intp),
    )
    if not named.has_status:
        return spots
    spots = add_costs(spots, constraints, band)
    if fits and spots.cost.min() <= GOOD:
        return spots
    area = find_seen(named.shape, constraints)[-1]
    around = ground.around(named.code, area, named.reach)
    more = find_spots(named.wordings, around, kept, constraints, band)
    return join_spots([spots, more])


def _value(named: Named, scale: float) -> float:
    if not named.has_status:
        return WITHOUT_STATUS
    return WITH_STATUS + FOR_SIZE * min(1, named.shape.area / scale**2 / LARGE)


def _write(named: Named, spot: Spots, band: tuple[float, float]) -> Label:
    way = named.wordings[int(spot.wording[0])]
    (x, y), (dx, dy), (ex, ey) = spot.point[0], spot.offset[0], spot.end[0]
    return Label(
        named.code,
        way.text,
        float(x),
        float(y),
        way.half,
        *band,
        offset=(int(dx), int(dy)),
        end=None if np.isnan(ex) else (int(ex), int(ey)),
        is_small=way.is_small,
        is_outside=bool(spot.inside[0] < INSIDE),
    )


def _list_scales(
    named: Named,
    inside: Sequence[tuple[int, Label]],
    spot: Spots,
    former: Spots | None,
    ground: Ground,
) -> list[float]:
    """List scales farther than its band at which a name may stand at its spot.

    A spot in its territory is good as far as the text fits in there, and is taken if
    that is better than where the name stands at the scales before. Others are tried if
    it has no place there.
    """
    if former is not None and former.cost[0] <= spot.cost[0]:
        return []
    for number, label in inside:
        place = number, label.x, label.y
        if place == (spot.wording[0], *spot.point[0]):
            return [label.farthest]
    if former is not None or not named.has_status:
        return []
    around = ground.around(named.code, named.shape, named.reach)
    scales = (ground.farthest * step for step in SOONER)
    return [
        far for far in scales if is_allowed(spot, around, (ground.farthest, far))[0]
    ]
