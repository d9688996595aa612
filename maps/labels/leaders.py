"""Leader lines: from a country too small for its name to a free spot beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from csto_atlas.maps.labels.model import Label

DISTANCES = (22.0, 30.0, 40.0, 52.0, 68.0, 88.0, 112.0)  # pixels
BEARINGS = 24
SCALE_STEP = 1.12  # leaders are tried at scales this far apart
ROUGHLY = 10.0  # drawing steps
ORDERS = 4  # in which leaders of a view may choose their spots
MARGIN = 1.5  # pixels between texts, for the scales in between
# What a spot costs beside the length of its line, in pixels of line.
COVERS_OTHERS, COVERS_OWN = 200.0, 60.0
CROSSES_COUNTRY, CROSSES_LINE = 60.0, 150.0
COVERS_MARK, LEAVES_HOME = 60.0, 400.0


@dataclass(frozen=True)
class Crowd:
    """Countries that leaders should stay off: an index in the order of their codes."""

    codes: tuple[str, ...]
    tree: shapely.STRtree

    def meet(
        self, code: str, shapes: NDArray[np.object_]
    ) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """Tell which shapes meet a country, and which meet another one than `code`.

        Parameters
        ----------
        code : str
        shapes : ndarray of geometry, shape (n,)

        Returns
        -------
        anyone, others : ndarray of bool, shape (n,)
        """
        shape, country = self.tree.query(shapes, predicate="intersects")
        anyone, others = np.zeros((2, len(shapes)), dtype=bool)
        anyone[shape] = True
        others[shape[country != self.codes.index(code)]] = True
        return anyone, others


def make_crowd(countries: Mapping[str, BaseGeometry]) -> Crowd:
    """Index countries for `lead_all`; rough shapes do, and are many times quicker.

    Parameters
    ----------
    countries : mapping of geometry
        By code, in drawing steps.

    Returns
    -------
    Crowd
    """
    rough = [country.simplify(ROUGHLY) for country in countries.values()]
    return Crowd(tuple(countries), shapely.STRtree(rough))


@dataclass(frozen=True)
class Candidates:
    """Where a leader's text may stand, and what is known of it before others stand.

    Attributes
    ----------
    start : Label
        At the country, without offset.
    offsets : ndarray of shape (n, 2)
        Pixels from the country to the middle of the text.
    scales : ndarray
        From near to far.
    boxes, lines : tuple of ndarray
        Of all spots, by scale.
    cost : ndarray of shape (n,)
        In pixels of line.
    """

    start: Label
    offsets: NDArray[np.float64]
    scales: NDArray[np.float64]
    boxes: tuple[NDArray[np.object_], ...]
    lines: tuple[NDArray[np.object_], ...]
    cost: NDArray[np.float64]


def lead_all(
    starts: Sequence[Label],
    others: Sequence[Label],
    crowd: Crowd,
    marks: NDArray[np.float64],
    home: BaseGeometry,
) -> list[Label]:
    """Find the spots for leaders' texts that disturb least.

    Parameters
    ----------
    starts : sequence of Label
        At the countries, without offset, in the order in which they choose; but who
        finds no spot is let choose first.
    others : sequence of Label
        Labels and leaders already placed; none of them may be covered.
    crowd : Crowd
        Countries that the text and the line should stay off.
    marks : ndarray of shape (n, 2)
        Points where marks may stand.
    home : shapely geometry
        What a small screen shows at first; a text is not shown where it would leave it.

    Returns
    -------
    list of Label
        Without those for which every spot would cover another label or leave the view.
    """
    signs = shapely.MultiPoint(marks)
    shapely.prepare([home, signs])
    order = [_survey(start, crowd, signs, home) for start in starts]
    best: list[Label] = []
    for _ in range(ORDERS):
        placed: list[Label] = []
        for spots in order:
            leader = _lead(spots, [*others, *placed], home)
            placed += [leader] if leader else []
        best = max(best, placed, key=len)
        done = {label.code for label in placed}
        if len(done) == len(order):
            break
        order.sort(key=lambda spots: spots.start.code in done)
    return best


def _survey(
    start: Label, crowd: Crowd, signs: BaseGeometry, home: BaseGeometry
) -> Candidates:
    offsets = _offsets(start)
    scales = _scales(start.nearest * 1.001, start.farthest)
    boxes, lines = zip(
        *(_tries(start, offsets, scale) for scale in scales), strict=True
    )
    cost = np.hypot(*offsets.T)
    for box, line in zip(boxes, lines, strict=True):
        anyone, others = crowd.meet(start.code, box)
        crossed = crowd.meet(start.code, line)[1]
        cost = cost + (
            COVERS_OTHERS * others
            + COVERS_OWN * anyone
            + CROSSES_COUNTRY * crossed
            + COVERS_MARK * shapely.intersects(signs, box)
        ) / len(scales)
    cost = cost + LEAVES_HOME * ~shapely.contains(home, boxes[-1])
    return Candidates(start, offsets, scales, boxes, lines, cost)


def _lead(
    spots: Candidates, others: Sequence[Label], home: BaseGeometry
) -> Label | None:
    """Choose the spot that disturbs least, without covering a label."""
    cost, code = spots.cost, spots.start.code
    blocked = np.zeros(len(cost), dtype=bool)
    for scale, boxes, lines in zip(spots.scales, spots.boxes, spots.lines, strict=True):
        shown = [o for o in others if o.shows(scale) and o.code != code]
        texts = shapely.MultiPolygon([shapely.box(*o.box(scale)) for o in shown])
        leads = shapely.MultiLineString([o.line(scale) for o in shown if o.is_leader])
        shapely.prepare([texts, leads])  # each is asked about every spot
        wide = _grown(boxes, MARGIN * scale)
        blocked |= shapely.intersects(texts, wide) | shapely.intersects(texts, lines)
        blocked |= shapely.intersects(leads, wide)
        cost = cost + CROSSES_LINE * shapely.intersects(leads, lines) / len(
            spots.scales
        )
    if blocked.all():
        return None
    dx, dy = spots.offsets[int(np.argmin(np.where(blocked, np.inf, cost)))]
    label = replace(spots.start, offset=(int(dx), int(dy)))
    return _keep_inside(label, home, spots.scales)


def _keep_inside(
    label: Label, home: BaseGeometry, scales: NDArray[np.float64]
) -> Label | None:
    """Show a leader only from as near as no edge of the view cuts its text."""
    farthest = 0.0
    for scale in scales:
        if not home.contains(shapely.box(*label.box(scale))):
            break
        farthest = float(scale)
    return replace(label, farthest=farthest) if farthest else None


def give_way(label: Label, leaders: Sequence[Label], nearest: float) -> Label | None:
    """Show a label only from as near as no leader meets it.

    Parameters
    ----------
    label : Label
        Inside its country.
    leaders : sequence of Label
    nearest : float
        The nearest scale a reader can see.

    Returns
    -------
    Label or None
        None if a leader is in the way at every scale.
    """
    farthest = 0.0
    for scale in _scales(nearest, max(label.farthest, nearest * SCALE_STEP)):
        box = shapely.box(*label.box(scale)).buffer(MARGIN * scale)
        shown = [leader for leader in leaders if leader.shows(scale)]
        lines = shapely.MultiLineString([leader.line(scale) for leader in shown])
        texts = shapely.MultiPolygon([shapely.box(*o.box(scale)) for o in shown])
        if box.intersects(lines) or box.intersects(texts):
            break
        farthest = min(float(scale), label.farthest)
    return replace(label, farthest=farthest) if farthest else None


def _scales(nearest: float, farthest: float) -> NDArray[np.float64]:
    steps = int(np.ceil(np.log(farthest / nearest) / np.log(SCALE_STEP)))
    return np.geomspace(nearest, farthest, max(2, steps + 1))


def _offsets(start: Label) -> NDArray[np.float64]:
    """List the spots to try, in pixels from the country: shape (n, 2)."""
    turns = np.tile(np.linspace(0, 2 * np.pi, BEARINGS, endpoint=False), len(DISTANCES))
    far = np.repeat(DISTANCES, BEARINGS)
    # The text's own half width is added sideways, so that a spot left or right of
    # the country costs no longer line than one above it.
    across = (far + start.half[0]) * np.cos(turns)
    offsets: NDArray[np.float64]
    offsets = np.rint(np.column_stack([across, far * np.sin(turns)]))
    return offsets


def _tries(
    start: Label, offsets: NDArray[np.float64], scale: float
) -> tuple[NDArray[np.object_], NDArray[np.object_]]:
    """Return the boxes and the lines of all spots at one scale."""
    middle = np.array([start.x, start.y]) + offsets * scale
    half = np.multiply(start.half, scale)
    low, high = middle - half, middle + half
    boxes = shapely.box(low[:, 0], low[:, 1], high[:, 0], high[:, 1])
    begin = np.broadcast_to([start.x, start.y], middle.shape)
    lines: NDArray[np.object_] = np.asarray(
        shapely.linestrings(np.stack([begin, middle], axis=1))
    )
    return boxes, lines


def _grown(boxes: NDArray[np.object_], margin: float) -> NDArray[np.object_]:
    left, top, right, bottom = shapely.bounds(boxes).T
    grown: NDArray[np.object_]
    grown = shapely.box(left - margin, top - margin, right + margin, bottom + margin)
    return grown
