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
from csto_atlas.maps.labels.spots import (
    LONGEST_LINE,
    Ground,
    Spots,
    add_costs,
    find_spots,
    is_allowed,
    join_spots,
    make_spots,
)
from csto_atlas.maps.labels.wordings import Wording

# What it is worth to show a name: the largest first, and others only where free.
WITH_STATUS, FOR_SIZE, LARGE = 100.0, 40.0, 3000.0  # LARGE in square pixels
WITHOUT_STATUS = 5.0
GOOD = 2.0  # cost up to which a place inside needs no alternative
SOONER = (1.5, 1.35, 1.2)  # how much sooner than its band a name may show
INSIDE = 0.85  # part of a text in its territory from which on it has its colours
LEAST_SEEN = 1 / 3  # part of a territory that a view shows, if its name is to be there


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
    for band in bands(*constraints.scales):
        ground = Ground(shapes, marked, band)
        options = [
            _list_options(one, fits, last, ground, constraints)
            for one, fits, last in zip(named, inside, kept, strict=True)
        ]
        chosen = choose(options, [_value(one, band[1]) for one in named], band)
        is_new = [spot is None for spot in kept]
        kept = [
            None if index is None else spots[np.array([index])]
            for spots, index in zip(options, chosen, strict=True)
        ]
        standing = [
            (_write(one, spot, band), spot, _list_scales(one, fits, spot, ground, new))
            for one, fits, spot, new in zip(named, inside, kept, is_new, strict=True)
            if spot is not None
        ]
        limit = min(band[1] * BAND, constraints.scales[1])
        started, former = start_sooner(standing, before, limit)
        labels += former
        before = [
            (label, spot) for label, (_, spot, _) in zip(started, standing, strict=True)
        ]
    labels += [label for label, _ in before]
    return merge(labels, constraints.scales[0])


def _place_inside(named: Named, constraints: Constraints) -> list[Label | None]:
    """Find for each wording from how far away it fits into the territory."""
    found: list[Label | None] = []
    area = find_seen(named.shape, constraints)
    for way in named.wordings:
        fits = place_label(named.code, way.text, area, way.lettering, constraints)
        found.append(fits)
        if fits and fits.farthest == constraints.scales[1]:
            break  # a poorer wording is never needed
    return found


def find_seen(shape: BaseGeometry, constraints: Constraints) -> BaseGeometry:
    """Return the part of a territory that its name should stand in.

    Parameters
    ----------
    shape : shapely geometry
    constraints : Constraints
        With views of narrow frames, then of wide ones.

    Returns
    -------
    shapely geometry
        What the narrow view shows of it, if that is more than a third; else what the
        wide view shows; all of it if neither shows any.
    """
    for view, least in zip(constraints.views, (LEAST_SEEN, 0.0), strict=False):
        seen = shape.intersection(view.box)
        if seen.area > shape.area * least:
            return seen
    return shape


def _list_options(
    named: Named,
    inside: Sequence[Label | None],
    kept: Spots | None,
    ground: Ground,
    constraints: Constraints,
) -> Spots:
    """List the spots for a name at the scales of a band."""
    band = ground.nearest, ground.farthest
    fits = [
        (number, label)
        for number, label in enumerate(inside)
        if label and label.farthest >= band[1] * (1 - 1e-9)
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
    area = find_seen(named.shape, constraints)
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
    inside: Sequence[Label | None],
    spot: Spots,
    ground: Ground,
    is_new: bool,
) -> list[float]:
    """List scales farther than its band at which a name may stand at its spot.

    A spot in its territory is good as far as the text fits in there. Others are tried
    if the name has no place at the scales before.
    """
    number = int(spot.wording[0])
    label = inside[number] if number < len(inside) else None
    if label is not None and (label.x, label.y) == tuple(spot.point[0]):
        return [label.farthest]
    if not (is_new and named.has_status):
        return []
    around = ground.around(named.code, named.shape, named.reach)
    scales = (ground.farthest * step for step in SOONER)
    return [
        far for far in scales if is_allowed(spot, around, (ground.farthest, far))[0]
    ]
