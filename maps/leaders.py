"""Leader lines: from a country too small for its name to a free spot beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

if TYPE_CHECKING:
    from maps.labels import Label

DISTANCES = (22.0, 30.0, 40.0, 52.0, 68.0, 88.0, 112.0)  # pixels
BEARINGS = 16
SCALE_STEP = 1.12  # leaders are tried at scales this far apart
ROUGHLY = 10.0  # drawing steps
MARGIN = 1.5  # pixels between texts, for the scales in between
# What a spot costs beside the length of its line, in pixels of line.
COVERS_OTHERS, COVERS_OWN = 150.0, 60.0
CROSSES_COUNTRY, CROSSES_LINE = 60.0, 150.0
COVERS_MARK, LEAVES_HOME = 60.0, 400.0


@dataclass(frozen=True)
class Crowd:
    """Countries that leaders should stay off: all of them, and all but one, by code."""

    everyone: BaseGeometry
    without: Mapping[str, BaseGeometry]


def gather(countries: Mapping[str, BaseGeometry]) -> Crowd:
    """Unite countries for `lead`; rough shapes do, and are many times quicker.

    Parameters
    ----------
    countries : mapping of geometry
        By code, in drawing steps.

    Returns
    -------
    Crowd
    """
    rough = {code: country.simplify(ROUGHLY) for code, country in countries.items()}
    crowd = Crowd(
        shapely.union_all(list(rough.values())),
        {
            code: shapely.union_all([g for other, g in rough.items() if other != code])
            for code in rough
        },
    )
    shapely.prepare([crowd.everyone, *crowd.without.values()])
    return crowd


def lead(
    start: Label,
    others: Sequence[Label],
    crowd: Crowd,
    marks: NDArray[np.float64],
    home: BaseGeometry,
) -> Label | None:
    """Find the spot for a leader's text that disturbs least.

    Parameters
    ----------
    start : Label
        At the country, without offset.
    others : sequence of Label
        Labels and leaders already placed; none of them may be covered.
    crowd : Crowd
        Countries that the text and the line should stay off.
    marks : ndarray of shape (n, 2)
        Points where marks may stand.
    home : shapely geometry
        What a small screen shows at first; a text should not be outside.

    Returns
    -------
    Label or None
        None if every spot would cover another label.
    """
    offsets = _offsets(start)
    scales = _scales(start.nearest * 1.001, start.farthest)
    everyone, neighbours = crowd.everyone, crowd.without[start.code]
    signs = shapely.multipoints(marks)
    shapely.prepare(home)
    cost = np.hypot(*offsets.T)
    blocked = np.zeros(len(offsets), dtype=bool)
    for scale in scales:
        shown = [o for o in others if o.shows(scale) and o.code != start.code]
        boxes, lines = _tries(start, offsets, scale)
        texts = shapely.MultiPolygon([shapely.box(*o.box(scale)) for o in shown])
        leads = shapely.MultiLineString([o.line(scale) for o in shown if o.is_leader])
        wide = _grown(boxes, MARGIN * scale)
        blocked |= shapely.intersects(texts, wide) | shapely.intersects(texts, lines)
        blocked |= shapely.intersects(leads, wide)
        cost = cost + (
            COVERS_OTHERS * shapely.intersects(neighbours, boxes)
            + COVERS_OWN * shapely.intersects(everyone, boxes)
            + CROSSES_COUNTRY * shapely.intersects(neighbours, lines)
            + CROSSES_LINE * shapely.intersects(leads, lines)
            + COVERS_MARK * shapely.intersects(signs, boxes)
        ) / len(scales)
    cost = cost + LEAVES_HOME * ~shapely.contains(home, boxes)
    if blocked.all():
        return None
    dx, dy = offsets[int(np.argmin(np.where(blocked, np.inf, cost)))]
    return replace(start, offset=(int(dx), int(dy)))


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
    return np.rint(np.column_stack([across, far * np.sin(turns)]))


def _tries(
    start: Label, offsets: NDArray[np.float64], scale: float
) -> tuple[NDArray[np.object_], NDArray[np.object_]]:
    """Return the boxes and the lines of all spots at one scale."""
    middle = np.array([start.x, start.y]) + offsets * scale
    half = np.multiply(start.half, scale)
    boxes = shapely.box(*(middle - half).T, *(middle + half).T)
    begin = np.broadcast_to([start.x, start.y], middle.shape)
    return boxes, shapely.linestrings(np.stack([begin, middle], axis=1))


def _grown(boxes: NDArray[np.object_], margin: float) -> NDArray[np.object_]:
    grow = [-margin, -margin, margin, margin]
    return shapely.box(*(shapely.bounds(boxes) + grow).T)
