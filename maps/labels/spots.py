"""Spots where the name of a territory may stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Self

import numpy as np
import shapely
from numpy.typing import NDArray

from csto_atlas.maps.labels.wordings import Wording

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]


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
