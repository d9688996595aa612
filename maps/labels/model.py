"""A label: its text, its place and the scales at which it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from csto_atlas.maps.labels.text_width import LINE_HEIGHT, text_width

Pair = tuple[float, float]

FINE_STEPS = (1.1, 1.05, 1.0)  # tried in between, once a label fits
BAND = 1.6  # a label beside its territory keeps its place over scales this far apart
PADDING = 3.0  # pixels kept free at both ends of a text
LINE_STEP = 1.2  # from one line of a text to the next, in font sizes


@dataclass(frozen=True)
class Lettering:
    """How a label is set: font size in pixels, and whether semibold."""

    size: float
    bold: bool

    def half(self, text: str) -> Pair:
        r"""Return half the width and half the height of a text in pixels.

        Parameters
        ----------
        text : str
            Its lines are parted by ``\n``.

        Returns
        -------
        tuple of float
        """
        lines = text.split("\n")
        width = max(text_width(line, self.size, bold=self.bold) for line in lines)
        height = self.size * (LINE_HEIGHT + LINE_STEP * (len(lines) - 1))
        return width / 2 + PADDING, height / 2


@dataclass(frozen=True)
class Label:
    r"""A text and the scales at which it is shown.

    Attributes
    ----------
    code, text : str
        The lines of a text are parted by ``\n``.
    x, y : float
        Middle of the text, in drawing steps; for a text beside its territory, the point
        that it stands beside.
    half : tuple of float
        Half of the width and of the height, in pixels.
    nearest, farthest : float
        Shown from ``nearest`` (excluded) up to ``farthest`` drawing steps a pixel.
    offset : tuple of int
        Pixels from the point to the middle of the text.
    end : tuple of int, optional
        Pixels from the point to where its leader line ends, at the edge of the text; a
        label without has no line.
    is_small : bool
        Whether its letters are smaller than those of other labels.
    is_outside : bool
        Whether part of it stands on ground that is not its territory's.
    """

    code: str
    text: str
    x: float
    y: float
    half: Pair
    nearest: float
    farthest: float
    offset: tuple[int, int] = (0, 0)
    end: tuple[int, int] | None = None
    is_small: bool = False
    is_outside: bool = False

    @property
    def lines(self) -> list[str]:
        """The lines of the text."""
        return self.text.split("\n")

    @property
    def name(self) -> str:
        """The text in one line, as a page's script reads it from the drawing."""
        return self.text.replace("-\n", "-").replace("\n", " ")

    @property
    def is_leader(self) -> bool:
        """Whether a line leads from the territory to the text."""
        return self.end is not None

    @property
    def is_beside(self) -> bool:
        """Whether the text stands some pixels beside its point."""
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

    def line(self, scale: float) -> tuple[Pair, Pair]:
        """Return the two ends of the leader line in drawing steps."""
        dx, dy = self.end or (0, 0)
        return (self.x, self.y), (self.x + dx * scale, self.y + dy * scale)


@dataclass(frozen=True)
class FirstView:
    """A part of the drawing that frames of some sizes show at first.

    Attributes
    ----------
    box : shapely geometry
        In drawing steps.
    scale : float
        Drawing steps a pixel in a frame of usual size.
    nearest, farthest : float
        The same in the largest and in the smallest frame.
    covered : shapely geometry, optional
        What a lens on the map covers of it.
    """

    box: BaseGeometry
    scale: float
    nearest: float
    farthest: float
    covered: BaseGeometry | None = None

    def is_at(self, nearest: float, farthest: float) -> bool:
        """Tell whether some frame shows it at first at a scale of a range."""
        return nearest < self.farthest and farthest > self.nearest


@dataclass(frozen=True)
class Constraints:
    """What labels are placed for, in drawing steps.

    Attributes
    ----------
    scales : tuple of float
        Nearest and farthest scale a reader can see, in drawing steps a pixel.
    signs : ndarray of shape (n, 2)
        Points where signs may stand.
    views : tuple of FirstView
        That of narrow frames, then that of wide ones. A label that their edges would
        cut is avoided.
    """

    scales: tuple[float, float]
    signs: NDArray[np.float64]
    views: tuple[FirstView, ...] = ()


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
