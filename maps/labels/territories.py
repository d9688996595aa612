"""Place the names of territories and regions, in each band of scales together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from shapely.geometry.base import BaseGeometry

from csto_atlas.maps.labels.choice import choose_spots
from csto_atlas.maps.labels.inside import place_label
from csto_atlas.maps.labels.leader_lines import limit_lines
from csto_atlas.maps.labels.model import (
    Constraints,
    Label,
    Lettering,
)
from csto_atlas.maps.labels.numbers import covers_number
from csto_atlas.maps.labels.ranges import list_bands, merge, start_sooner
from csto_atlas.maps.labels.spot_search import (
    LONGEST_LINE,
    add_costs,
    find_spots,
    is_allowed,
)
from csto_atlas.maps.labels.spots import Spots, join_spots, make_spots
from csto_atlas.maps.labels.surroundings import TerritoryShapes
from csto_atlas.maps.labels.wordings import Wording

# The numbers below are our own choice. The value of showing a name is far above all
# costs of a spot if its territory has a status, more so if that is large, and low
# otherwise: names without a status only fill free space.
WITH_STATUS, FOR_SIZE, LARGE = 100.0, 40.0, 3000.0  # LARGE in square pixels
FOR_WEIGHT, WITHOUT_STATUS = 100.0, 5.0
GOOD = 2.0  # spots outside are not searched if one inside costs at most this
SOONER = (1.5, 1.35, 1.2)  # factors by which the band of a name may be extended
INSIDE = 0.85  # with a lower share in its territory, a text is drawn as outside
LEAST_SEEN = 1 / 3  # share of a territory in the narrow view that is enough
NO_SPOTS = make_spots(
    np.empty((0, 2)),
    [Wording("", Lettering(1.0, bold=False))],
    np.empty(0, dtype=np.intp),
)


@dataclass(frozen=True)
class Named:
    """A territory or a region, and the wordings of its name.

    Attributes
    ----------
    code : str
    shape : shapely geometry
        In drawing steps.
    wordings : sequence of Wording
        From the best to the worst.
    has_status : bool
        Whether it has a status at any time. Only then may its name overhang, lie
        beside it or have a leader line; and names of others may not lie on it.
    weight : float
        From 0 to 1: where there is no room for all, greater weights come first.
    """

    code: str
    shape: BaseGeometry
    wordings: Sequence[Wording]
    has_status: bool
    weight: float = 0.0

    @property
    def reach(self) -> float:
        """Distance from the territory within which its name may lie, in pixels."""
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
        From far to near; a name may have several labels, at different scales.
    """
    inside = [_place_inside(one, constraints) for one in named]
    marked = [one.code for one in named if one.has_status]
    kept: list[Spots | None] = [None] * len(named)
    labels: list[Label] = []
    before: list[tuple[Label, Spots]] = []
    limit = constraints.scales[1]
    for band in list_bands(*constraints.scales, constraints.edges):
        ground = TerritoryShapes(shapes, marked, band)
        options = [
            _list_options(one, fits, last, ground, constraints)
            for one, fits, last in zip(named, inside, kept, strict=True)
        ]
        values = [_value(one, band[1]) for one in named]
        chosen = choose_spots(options, values, band)
        former_spots = kept
        kept = [
            None if index is None else spots[np.array([index])]
            for spots, index in zip(options, chosen, strict=True)
        ]
        standing = [
            (
                label := _write(one, spot, band),
                spot,
                [
                    far
                    for far in _list_scales(one, fits, spot, last, ground)
                    if not covers_number(label, constraints.standing, (band[1], far))
                ],
            )
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
    merged = merge(labels, constraints.scales[0])
    if not constraints.views:
        return merged
    ranks = {one.code: (-one.weight, -one.shape.area) for one in named}
    return limit_lines(merged, constraints.views, ranks.__getitem__)


def _place_inside(named: Named, constraints: Constraints) -> list[tuple[int, Label]]:
    """Find the farthest scale at which each wording fits into the visible area.

    Returns
    -------
    list of (int, Label)
        Index of the wording, and the label.
    """
    found: list[tuple[int, Label]] = []
    for area in find_seen(named.shape, constraints):
        for number, way in enumerate(named.wordings):
            fits = place_label(
                named.code,
                way.text,
                area,
                way.lettering,
                constraints,
                is_tight=named.has_status,
            )
            if fits:
                found.append((number, fits))
            if fits and fits.farthest == constraints.scales[1]:
                break  # no worse wording is needed
    return found


def find_seen(shape: BaseGeometry, constraints: Constraints) -> list[BaseGeometry]:
    """Return the visible parts of a territory, in which its name should lie.

    Parameters
    ----------
    shape : shapely geometry
        In drawing steps.
    constraints : Constraints
        With the view of narrow frames, then that of wide ones.

    Returns
    -------
    list of shapely geometry
        The part in the narrow view; also the part in the wide view if the narrow view
        shows no more than a third of the territory; the whole territory if neither
        view shows any of it.
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
    ground: TerritoryShapes,
    constraints: Constraints,
) -> Spots:
    """List the spots of a name in a band of scales."""
    band = ground.nearest, ground.farthest
    fits = [
        (number, label)
        for number, label in inside
        if label.farthest >= band[1] * (1 - 1e-9)
    ]
    if not fits and not named.has_status:
        return NO_SPOTS
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
    more = []
    for area in find_seen(named.shape, constraints):
        around = ground.around(named.code, area, named.reach)
        more.append(find_spots(named.wordings, around, kept, constraints, band))
        kept = None  # once is enough
    return join_spots([spots, *more])


def _value(named: Named, scale: float) -> float:
    if not named.has_status:
        return WITHOUT_STATUS
    size = min(1.0, named.shape.area / scale**2 / LARGE)
    return WITH_STATUS + FOR_SIZE * size + FOR_WEIGHT * named.weight


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
    ground: TerritoryShapes,
) -> list[float]:
    """List scales, farther than its band, up to which a name may keep its spot.

    None if the spot in the band before is at least as good. A spot inside the territory
    is used as far as the text fits. Other spots are only extended if the name is not
    shown in the band before, or there has a leader line that it does without.
    """
    if former is not None and former.cost[0] <= spot.cost[0]:
        return []
    for number, label in inside:
        place = number, label.x, label.y
        if place == (spot.wording[0], *spot.point[0]):
            return [label.farthest]
    is_shown = former is not None and (not former.is_led[0] or spot.is_led[0])
    if is_shown or not named.has_status:
        return []
    around = ground.around(named.code, named.shape, named.reach)
    scales = (ground.farthest * step for step in SOONER)
    return [
        far for far in scales if is_allowed(spot, around, (ground.farthest, far))[0]
    ]
