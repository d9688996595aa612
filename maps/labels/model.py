"""A label: its text, its place and the scales at which it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from csto_atlas.maps.labels.text_width import LINE_HEIGHT, text_width

FINE_STEPS = (1.1, 1.05, 1.0)  # tried in between, once a label fits


BAND = 1.6  # a leader keeps its spot over scales this far apart


PADDING = 3.0  # pixels kept free at both ends of a text


@dataclass(frozen=True)
class Lettering:
    """How a label is set: font size in pixels, and whether semibold."""

    size: float
    bold: bool

    def half(self, text: str) -> tuple[float, float]:
        """Return half the width and half the height of a text in pixels."""
        width = text_width(text, self.size, bold=self.bold)
        return width / 2 + PADDING, self.size * LINE_HEIGHT / 2


@dataclass(frozen=True)
class Label:
    """A text and the scales at which it is shown.

    Attributes
    ----------
    code, text : str
    x, y : float
        Middle of the text, in drawing steps; for a leader, the point it leads to.
    half : tuple of float
        Half of the width and of the height, in pixels.
    nearest, farthest : float
        Shown from ``nearest`` (excluded) up to ``farthest`` drawing steps a pixel.
    offset : tuple of int
        Pixels from the point to the middle of the text; a line leads there unless
        both are 0.
    """

    code: str
    text: str
    x: float
    y: float
    half: tuple[float, float]
    nearest: float
    farthest: float
    offset: tuple[int, int] = (0, 0)

    @property
    def is_leader(self) -> bool:
        """Whether a line leads from the country to the text."""
        return self.offset != (0, 0)

    def shows(self, scale: float) -> bool:
        """Tell whether the label is there at a scale."""
        return self.nearest < scale <= self.farthest

    def box(self, scale: float) -> tuple[float, float, float, float]:
        """Return left, top, right, bottom of the text in drawing steps."""
        x = self.x + self.offset[0] * scale
        y = self.y + self.offset[1] * scale
        width, height = self.half[0] * scale, self.half[1] * scale
        return x - width, y - height, x + width, y + height

    def line(self, scale: float) -> tuple[tuple[float, float], tuple[float, float]]:
        """Return the two ends of the leader's line in drawing steps."""
        dx, dy = self.offset
        return (self.x, self.y), (self.x + dx * scale, self.y + dy * scale)


@dataclass(frozen=True)
class Constraints:
    """What labels are placed for, in drawing steps.

    Attributes
    ----------
    scales : tuple of float
        Nearest and farthest scale a reader can see, in drawing steps a pixel.
    signs : ndarray of shape (n, 2)
        Points where signs may stand.
    views : tuple of (float, geometry)
        What is seen at first and at which scale: the narrow view, which the farthest
        scale shows, then the wide one. No label is cut at their edges.
    """

    scales: tuple[float, float]
    signs: NDArray[np.float64]
    views: tuple[tuple[float, BaseGeometry], ...] = ()


def bands(nearest: float, farthest: float) -> list[tuple[float, float]]:
    """Part the scales from far to near: what is placed need not suit all at once.

    Parameters
    ----------
    nearest, farthest : float

    Returns
    -------
    list of (float, float)
        The nearest and the farthest scale of each part.
    """
    count = int(np.ceil(np.log(farthest / nearest) / np.log(BAND)))
    edges = [farthest / BAND**step for step in range(count + 1)]
    return [(near, far) for far, near in pairwise(edges)]
