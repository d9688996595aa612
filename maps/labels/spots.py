"""Spots: candidate positions of the name of a territory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import Self

import numpy as np
import shapely
from numpy.typing import NDArray

from csto_atlas.maps.labels.wordings import Wording

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Spots:
    """Candidate positions of a name, one row for each spot.

    Attributes
    ----------
    point : ndarray of shape (n, 2)
        Anchor points, in drawing steps.
    offset : ndarray of shape (n, 2)
        Pixels from the anchor point to the middle of the text.
    end : ndarray of shape (n, 2)
        Pixels from the anchor point to the end of the leader line; NaN without a line.
    wording : ndarray of int, shape (n,)
        Index of the wording of the name.
    half : ndarray of shape (n, 2)
        Half the width and height of the text, in pixels.
    cost : ndarray of shape (n,)
        Cost of the spot; the lowest is best.
    inside : ndarray of shape (n,)
        Share of the text that lies in its territory.
    """

    point: Array
    offset: Array
    end: Array
    wording: NDArray[np.intp]
    half: Array
    cost: Array
    inside: Array

    def __len__(self) -> int:
        """Return the number of spots."""
        return len(self.cost)

    def __getitem__(self, chosen: Mask | NDArray[np.intp]) -> Self:
        """Return some of the spots."""
        return type(self)(*(getattr(self, name)[chosen] for name in _columns()))

    @property
    def is_led(self) -> Mask:
        """Which spots have a leader line, of shape (n,)."""
        led: Mask = ~np.isnan(self.end[:, 0])
        return led

    def boxes(
        self, nearest: float, farthest: float, shrink: Array | float = 0
    ) -> Array:
        """Return the boxes that the texts cover over a range of scales.

        A text has a fixed size in pixels and a fixed anchor point in drawing steps. So
        the box around its boxes at both ends of the range holds those at all scales in
        between.

        Parameters
        ----------
        nearest, farthest : float
            Scales, in drawing steps per pixel.
        shrink : ndarray of shape (n, 2) or float, optional
            Pixels by which the boxes are smaller at each side.

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
        """Return the boxes of `boxes` as shapely polygons, of shape (n,)."""
        edges = self.boxes(nearest, farthest, shrink).T
        texts: NDArray[np.object_]
        texts = np.asarray(shapely.box(*edges))
        return texts

    def lines(self, scale: float) -> NDArray[np.object_]:
        """Return the leader lines at a scale; they contain those at nearer scales."""
        ends = self.point + np.nan_to_num(self.end) * scale
        lines: NDArray[np.object_]
        lines = np.asarray(shapely.linestrings(np.stack([self.point, ends], axis=1)))
        return lines


def join_spots(parts: Sequence[Spots]) -> Spots:
    """Concatenate spots."""
    return Spots(
        *(
            np.concatenate([getattr(part, name) for part in parts])
            for name in _columns()
        )
    )


@cache
def _columns() -> tuple[str, ...]:
    return tuple(field.name for field in fields(Spots))


def make_spots(
    point: Array,
    wordings: Sequence[Wording],
    wording: NDArray[np.intp],
    *,
    offset: Array | None = None,
    end: Array | None = None,
    cost: Array | float = 0.0,
) -> Spots:
    """Make spots for wordings of a name.

    Parameters
    ----------
    point : ndarray of shape (n, 2)
        Anchor points, in drawing steps.
    wordings : sequence of Wording
    wording : ndarray of int, shape (n,)
        Index of each spot's wording.
    offset, end : ndarray of shape (n, 2), optional
        In pixels; no offset and no leader line if not given.
    cost : ndarray of shape (n,) or float, optional
        Added to the cost of the wording.

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
