"""Spots for the name of a territory, and which of them a map may use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Self

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import Polygon
from shapely.geometry.base import BaseGeometry

from csto_atlas.maps.labels.model import PADDING, Constraints
from csto_atlas.maps.labels.wordings import Wording

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

GRID = (11, 9)  # middles of a text that are tried across and down a territory
SAMPLES = (7, 3)  # points of a text that are looked at across and down
LEAST_INSIDE = 0.5  # part of a text that overhangs and still stands in its territory
TURNS = 16  # directions in which a text may stand beside its territory
LINES = (10.0, 18.0, 27.0, 36.0)  # pixels: lengths of leader lines
LONGEST_LINE = 40.0  # pixels
GAP = 4.0  # pixels from a coast to the name beside it
NEAR = 8.0  # pixels: a name this close to its coast needs no line
SHRINK = (PADDING - 1.0, 0.7)  # a box without its padding is what its letters fill
# What a spot costs, in pixels that a text stands off the middle of its territory.
OVERHANGS, OVERHANGS_BY = 8.0, 20.0
BESIDE, LED, PER_LINE, ON_LAND = 14.0, 30.0, 0.4, 5.0
PER_PIXEL, COVERS_SIGN, LEAVES_VIEW = 0.05, 8.0, 25.0
KEPT = 6.0  # what a spot gains that the name has from farther away
SIGN_ROOM = 6.0  # pixels
CHOICES = {"overhang": 6, "beside": 4, "led": 8}
APART = 7.0  # pixels between two spots worth trying


@dataclass(frozen=True)
class Spots:
    """Where a name may stand, one row for each spot.

    Attributes
    ----------
    point : ndarray of shape (n, 2)
        In drawing steps: the middle of the text, or what it stands beside.
    offset : ndarray of shape (n, 2)
        Pixels from the point to the middle of the text.
    end : ndarray of shape (n, 2)
        Pixels from the point to the end of its line; NaN without.
    wording : ndarray of int, shape (n,)
        Index of how the name is written.
    half : ndarray of shape (n, 2)
        Half the width and height of the text, in pixels.
    cost : ndarray of shape (n,)
    inside : ndarray of shape (n,)
        Part of the text that stands in its territory.
    """

    point: Array
    offset: Array
    end: Array
    wording: NDArray[np.intp]
    half: Array
    cost: Array
    inside: Array

    def __len__(self) -> int:
        """Count the spots."""
        return len(self.cost)

    def __getitem__(self, chosen: Mask | NDArray[np.intp]) -> Self:
        """Return some of the spots."""
        parts = {
            field.name: getattr(self, field.name)[chosen] for field in fields(self)
        }
        return replace(self, **parts)

    @property
    def is_led(self) -> Mask:
        """Which have a leader line."""
        led: Mask = ~np.isnan(self.end[:, 0])
        return led

    def boxes(
        self, nearest: float, farthest: float, shrink: Array | float = 0
    ) -> Array:
        """Return what the texts cover at some scale of a range.

        A text keeps its size in pixels and its point in drawing steps: what it covers
        at the scales in between lies in the box around what it covers at both ends.

        Parameters
        ----------
        nearest, farthest : float
        shrink : ndarray of shape (2,), optional
            Pixels that the boxes are smaller at each side.

        Returns
        -------
        ndarray of shape (n, 4)
            Left, top, right, bottom in drawing steps.
        """
        half = self.half - shrink
        ends = [self.point + (self.offset - half) * s for s in (nearest, farthest)]
        more = [self.point + (self.offset + half) * s for s in (nearest, farthest)]
        return np.column_stack([np.minimum(*ends), np.maximum(*more)])

    def texts(
        self, nearest: float, farthest: float, shrink: Array | float = 0
    ) -> NDArray[np.object_]:
        """Return the boxes of `boxes` as geometries."""
        edges = self.boxes(nearest, farthest, shrink).T
        texts: NDArray[np.object_]
        texts = np.asarray(shapely.box(*edges))
        return texts

    def lines(self, scale: float) -> NDArray[np.object_]:
        """Return the leader lines at a scale, and so also those of nearer ones."""
        ends = self.point + np.nan_to_num(self.end) * scale
        lines: NDArray[np.object_]
        lines = np.asarray(shapely.linestrings(np.stack([self.point, ends], axis=1)))
        return lines


def join_spots(parts: Sequence[Spots]) -> Spots:
    """Put spots one after the other."""
    return Spots(
        **{
            field.name: np.concatenate([getattr(part, field.name) for part in parts])
            for field in fields(Spots)
        }
    )


def make_spots(
    point: Array,
    wordings: Sequence[Wording],
    wording: NDArray[np.intp],
    *,
    offset: Array | None = None,
    end: Array | None = None,
    cost: Array | float = 0.0,
) -> Spots:
    """Return spots for wordings, which cost what their wording does and more.

    Parameters
    ----------
    point : ndarray of shape (n, 2)
    wordings : sequence of Wording
    wording : ndarray of int, shape (n,)
    offset, end : ndarray of shape (n, 2), optional
    cost : ndarray of shape (n,), optional

    Returns
    -------
    Spots
    """
    shape = (len(point), 2)
    halves = np.array([way.half for way in wordings])
    costs = np.array([way.cost for way in wordings])
    return Spots(
        point=point,
        offset=np.zeros(shape) if offset is None else offset,
        end=np.full(shape, np.nan) if end is None else end,
        wording=wording,
        half=halves[wording],
        cost=costs[wording] + cost,
        inside=np.ones(len(point)),
    )


@dataclass(frozen=True)
class Surroundings:
    """What is around a territory, simplified for a range of scales.

    Attributes
    ----------
    part : shapely Polygon
        The part of the territory that is named.
    marked, land : shapely geometry
        The other territories that have a status, and all others.
    """

    part: Polygon
    marked: BaseGeometry
    land: BaseGeometry


class Ground:
    """The territories of a map, simplified for a range of scales."""

    def __init__(
        self,
        shapes: Mapping[str, BaseGeometry],
        marked: Sequence[str],
        scales: tuple[float, float],
    ) -> None:
        self.nearest, self.farthest = scales
        coarse = shapely.simplify(list(shapes.values()), self.farthest / 2)
        self._parts, self._owners = shapely.get_parts(coarse, return_index=True)
        self._tree = shapely.STRtree(self._parts)
        self._codes = list(shapes)
        has_status = {*marked}
        self._is_marked = np.array([code in has_status for code in shapes])
        self._known: dict[str, Surroundings] = {}

    def around(self, code: str, area: BaseGeometry, reach: float) -> Surroundings:
        """Return what is around a territory.

        Parameters
        ----------
        code : str
        area : shapely geometry
            What is seen of it; its largest part is named.
        reach : float
            Pixels around it that matter.

        Returns
        -------
        Surroundings
        """
        if code not in self._known:
            self._known[code] = self._look(code, area, reach * self.farthest)
        return self._known[code]

    def _look(self, code: str, area: BaseGeometry, reach: float) -> Surroundings:
        part = largest(shapely.simplify(area, self.farthest / 2))
        near = self._tree.query(shapely.box(*part.bounds).buffer(reach))
        near = near[self._owners[near] != self._codes.index(code)]
        marked = near[self._is_marked[self._owners[near]]]
        found = Surroundings(
            part, *(shapely.multipolygons(self._parts[some]) for some in (marked, near))
        )
        shapely.prepare([found.part, found.marked, found.land])
        return found


def largest(area: BaseGeometry) -> Polygon:
    """Return the largest part of a territory."""
    part: Polygon = max(shapely.get_parts(area), key=lambda one: one.area)
    return part


def find_spots(
    wordings: Sequence[Wording],
    around: Surroundings,
    kept: Spots | None,
    constraints: Constraints,
    scales: tuple[float, float],
) -> Spots:
    """Find spots for a name that does not fit into its territory.

    None of them is on another territory with a status, and no line crosses one.

    Parameters
    ----------
    wordings : sequence of Wording
    around : Surroundings
    kept : Spots or None
        Where the name stands at the scales that are next farther.
    constraints : Constraints
    scales : tuple of float
        Nearest and farthest scale at which the name is to stand there.

    Returns
    -------
    Spots
    """
    farthest = scales[1]
    heart = shapely.get_coordinates(
        shapely.maximum_inscribed_circle(around.part, tolerance=2 * farthest)
    )[0]
    kinds = {
        "overhang": _overhang(wordings, around.part, heart, farthest),
        "beside": _beside(wordings, around, heart, scales),
        "led": _lead(wordings, around, heart, scales),
    }
    found = []
    for kind, spots in kinds.items():
        is_free = kind == "beside"  # it touches no territory at all
        allowed = spots if is_free else spots[is_allowed(spots, around, scales)]
        costed = add_costs(allowed, constraints, scales)
        found.append(pick_few(costed, CHOICES[kind], APART * farthest, scales))
    if kept is not None:
        again = kept[is_allowed(kept, around, scales)]
        found.append(replace(again, cost=again.cost - KEPT))
    return join_spots(found)


def is_allowed(spots: Spots, around: Surroundings, scales: tuple[float, float]) -> Mask:
    """Tell which texts and lines touch no other territory that has a status.

    Parameters
    ----------
    spots : Spots
    around : Surroundings
    scales : tuple of float
        Nearest and farthest scale at which a name is to stand there.

    Returns
    -------
    ndarray of bool, shape (n,)
    """
    shrink = np.column_stack(
        [np.full(len(spots), SHRINK[0]), spots.half[:, 1] * (1 - SHRINK[1])]
    )
    texts = spots.texts(*scales, shrink)
    met: Mask = np.asarray(shapely.intersects(around.marked, texts))
    led = np.flatnonzero(spots.is_led)
    if len(led):
        met[led] |= shapely.intersects(around.marked, spots[led].lines(scales[1]))
    return ~met


def add_costs(
    spots: Spots, constraints: Constraints, scales: tuple[float, float]
) -> Spots:
    """Add what it costs to cover signs and to leave the first view.

    Parameters
    ----------
    spots : Spots
    constraints : Constraints
    scales : tuple of float
        Nearest and farthest scale at which a name is to stand there.

    Returns
    -------
    Spots
    """
    farthest = scales[1]
    left, top, right, bottom = spots.boxes(farthest, farthest).T
    cost = spots.cost.copy()
    if len(constraints.signs) and len(spots):
        x, y = constraints.signs.T
        room = SIGN_ROOM * farthest
        covers = (
            (x > left[:, None] - room) & (x < right[:, None] + room)
            & (y > top[:, None] - room) & (y < bottom[:, None] + room)
        ).any(axis=1)  # fmt: skip
        cost += COVERS_SIGN * covers
    for view in constraints.views:
        if not view.is_at(*scales):
            continue
        if view.covered is not None:
            x0, y0, x1, y1 = view.covered.bounds
            cost += LEAVES_VIEW * (
                (left < x1) & (right > x0) & (top < y1) & (bottom > y0)
            )
        x0, y0, x1, y1 = view.box.bounds
        is_out = (left < x0) | (top < y0) | (right > x1) | (bottom > y1)
        cost += LEAVES_VIEW * is_out
    return replace(spots, cost=cost)


def pick_few(
    spots: Spots, count: int, apart: float, scales: tuple[float, float]
) -> Spots:
    """Keep the cheapest spots that differ: a solver needs few of them, not all.

    Parameters
    ----------
    spots : Spots
    count : int
        The most that are kept.
    apart : float
        Steps of the drawing: of two spots nearer to each other, the cheaper is kept.
    scales : tuple of float
        Nearest and farthest scale at which a name is to stand there.

    Returns
    -------
    Spots
        The cheapest first.
    """
    middle = spots.point + spots.offset * scales[1]
    cost = spots.cost.copy()
    chosen: list[int] = []
    while len(chosen) < count and np.isfinite(cost).any():
        best = int(np.argmin(cost))
        chosen.append(best)
        near = np.abs(middle - middle[best]).sum(axis=1) < apart
        cost[near & (spots.cost >= spots.cost[best])] = np.inf
    return spots[np.array(chosen, dtype=np.intp)]


def _overhang(
    wordings: Sequence[Wording], part: BaseGeometry, heart: Array, scale: float
) -> Spots:
    """List texts of which at least half stands in the territory."""
    left, top, right, bottom = part.bounds
    xs, ys = np.meshgrid(
        np.linspace(left, right, GRID[0] + 2)[1:-1],
        np.linspace(top, bottom, GRID[1] + 2)[1:-1],
    )
    points = np.vstack([heart, np.column_stack([xs.ravel(), ys.ravel()])])
    points = points[shapely.contains_xy(part, points)]
    count = len(wordings)
    wording = np.repeat(np.arange(count), len(points))
    spots = make_spots(np.tile(points, (count, 1)), wordings, wording)
    across, down = (np.linspace(-0.95, 0.95, n) for n in SAMPLES)
    inner = np.stack(np.meshgrid(across, 0.6 * down), axis=-1).reshape(1, -1, 2)
    samples = spots.point[:, None] + inner * spots.half[:, None] * scale
    inside = shapely.contains_xy(part, samples.reshape(-1, 2)).reshape(len(spots), -1)
    share = inside.mean(axis=1)
    off = np.hypot(*(spots.point - heart).T) / scale
    cost = spots.cost + OVERHANGS + OVERHANGS_BY * (1 - share) + PER_PIXEL * off
    return replace(spots, inside=share, cost=cost)[share >= LEAST_INSIDE]


def _rays(
    wordings: Sequence[Wording], steps: Sequence[float]
) -> tuple[Array, Array, NDArray[np.intp], Array]:
    """Return directions, lengths to the edge of the text, wordings and line lengths."""
    turns = np.linspace(0, 2 * np.pi, TURNS, endpoint=False)
    directions = np.column_stack([np.cos(turns), np.sin(turns)])
    wording, turn, length = (
        grid.ravel()
        for grid in np.meshgrid(
            np.arange(len(wordings)), np.arange(TURNS), steps, indexing="ij"
        )
    )
    wording, turn = wording.astype(np.intp), turn.astype(np.intp)
    ways = directions[turn]
    halves = np.array([way.half for way in wordings])[wording]
    with np.errstate(divide="ignore"):
        support = (halves / np.abs(ways)).min(axis=1)
    return ways, support, wording, length


def _beside(
    wordings: Sequence[Wording],
    around: Surroundings,
    heart: Array,
    scales: tuple[float, float],
) -> Spots:
    """List texts on the water beside a coast."""
    part, farthest = around.part, scales[1]
    ways, support, wording, _ = _rays(wordings, (0.0,))
    offset = np.rint(ways * (support + GAP)[:, None])
    coast = _leave_hull(part, heart, ways)
    spots = make_spots(coast, wordings, wording, offset=offset)
    is_land: Mask = shapely.intersects(around.land, spots.texts(*scales))
    spots = spots[~is_land]
    texts = spots.texts(farthest, farthest)
    gap = shapely.distance(part, texts)
    is_own: Mask = ~(
        shapely.distance(around.marked, texts) <= gap
    )  # NaN: there is none
    cost = spots.cost + BESIDE + gap / farthest
    fits = is_own & (gap < NEAR * farthest)
    return replace(spots, inside=np.zeros(len(spots)), cost=cost)[fits]


def _leave_hull(part: BaseGeometry, heart: Array, ways: Array) -> Array:
    """Return where rays from the heart of a territory leave its convex hull."""
    corners = shapely.get_coordinates(shapely.orient_polygons(part.convex_hull))
    sides = np.diff(corners, axis=0)
    outward = np.column_stack([sides[:, 1], -sides[:, 0]])
    room = ((corners[:-1] - heart) * outward).sum(axis=1)
    speed = ways @ outward.T
    with np.errstate(divide="ignore", invalid="ignore"):
        length = np.where(speed > 0, room / speed, np.inf).min(axis=1)
    edge: Array = heart + ways * length[:, None]
    return edge


def _lead(
    wordings: Sequence[Wording],
    around: Surroundings,
    heart: Array,
    scales: tuple[float, float],
) -> Spots:
    """List texts that a line leads to from the middle of the territory."""
    ways, support, wording, length = _rays(wordings, LINES)
    offset = np.rint(ways * (support + length)[:, None])
    end = np.rint(ways * (length + PADDING / 2)[:, None])
    spots = make_spots(
        np.broadcast_to(heart, ways.shape).copy(),
        wordings,
        wording,
        offset=offset,
        end=end,
    )
    lands = shapely.intersects(around.land, spots.texts(*scales))
    cost = spots.cost + LED + PER_LINE * length + ON_LAND * lands
    return replace(spots, inside=np.zeros(len(spots)), cost=cost)
