"""A label: its text, its position and the scales at which it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from csto_atlas.maps.labels.text_width import LINE_HEIGHT, text_width

Pair = tuple[float, float]

# Our own choice. In wider bands names move less often while a reader zooms, but fewer
# names fit: a name needs its position at all scales of a band.
FINE_STEPS = (1.1, 1.05, 1.0)  # factors of a scale, tried once a label fits there
BAND = 1.6  # ratio of the scales of a band, in which a label keeps its position
PADDING = 3.0  # pixels kept free at both ends of a text
# A box is shrunk to the area of its letters: pixels of width, share of the height.
SHRINK = (PADDING - 1.0, 0.7)
LINE_STEP = 1.2  # distance between the lines of a text, in font sizes


@dataclass(frozen=True)
class Lettering:
    """The font of a label: its size in pixels, and whether it is semibold."""

    size: float
    bold: bool

    def half(self, text: str) -> Pair:
        r"""Return half the width and half the height of a text, in pixels.

        Parameters
        ----------
        text : str
            Lines are separated by ``\n``.

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
        The lines of a text are separated by ``\n``.
    x, y : float
        Anchor point, in drawing steps: the middle of the text if `offset` is zero.
    half : tuple of float
        Half of the width and of the height, in pixels.
    nearest, farthest : float
        Range of scales, in drawing steps per pixel: `nearest` is excluded, `farthest`
        is included.
    offset : tuple of int
        Pixels from the anchor point to the middle of the text.
    end : tuple of int, optional
        Pixels from the anchor point to the end of the leader line, at the edge of the
        text. None for a label without a leader line.
    is_small : bool
        Whether it has the smaller font size.
    is_outside : bool
        Whether part of it lies outside its territory.
    farthest_wide : float, optional
        The farthest scale in frames that first show the wide view, if it is nearer.
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
    farthest_wide: float | None = None

    @property
    def lines(self) -> list[str]:
        """The lines of the text."""
        return self.text.split("\n")

    @property
    def name(self) -> str:
        """The text on one line, as the script of a page reads it from the drawing."""
        return self.text.replace("-\n", "-").replace("\n", " ")

    @property
    def is_leader(self) -> bool:
        """Whether a line leads from the territory to the text."""
        return self.end is not None

    @property
    def is_beside(self) -> bool:
        """Whether the text is offset from its anchor point."""
        return self.offset != (0, 0)

    def shows(self, scale: float) -> bool:
        """Tell whether a wide frame shows the label at a scale."""
        far = self.farthest if self.farthest_wide is None else self.farthest_wide
        return self.nearest < scale <= far

    def box(self, scale: float) -> tuple[float, float, float, float]:
        """Return left, top, right and bottom of the text, in drawing steps."""
        x = self.x + self.offset[0] * scale
        y = self.y + self.offset[1] * scale
        width, height = self.half[0] * scale, self.half[1] * scale
        return x - width, y - height, x + width, y + height

    def line(self, scale: float) -> tuple[Pair, Pair]:
        """Return the two ends of the leader line, in drawing steps."""
        dx, dy = self.end or (0, 0)
        return (self.x, self.y), (self.x + dx * scale, self.y + dy * scale)


@dataclass(frozen=True)
class FirstView:
    """The part of the drawing that is first shown in frames of some sizes.

    Attributes
    ----------
    box : shapely geometry
        In drawing steps.
    scale : float
        In drawing steps per pixel, in a frame of the usual size.
    nearest, farthest : float
        The same in the largest and in the smallest frame.
    covered : shapely geometry, optional
        The part that lenses cover, in drawing steps.
    """

    box: BaseGeometry
    scale: float
    nearest: float
    farthest: float
    covered: BaseGeometry | None = None

    def is_at(self, nearest: float, farthest: float) -> bool:
        """Tell whether a frame first shows it at a scale of a range."""
        return nearest < self.farthest and farthest > self.nearest


@dataclass(frozen=True)
class Constraints:
    """Constraints on the positions of labels.

    Attributes
    ----------
    scales : tuple of float
        Nearest and farthest scale that a reader can see, in drawing steps per pixel.
    signs : ndarray of shape (n, 2)
        Points where signs may be drawn, in drawing steps.
    views : tuple of FirstView
        The first view of narrow frames, then that of wide ones. Labels should not
        cross their edges.
    standing : tuple of Label
        What is drawn in pixels, wherever the names go: symbols, and numbers with their
        text.
    edges : tuple of float
        Scales of common frames, where a band of scales ends.
    """

    scales: tuple[float, float]
    signs: NDArray[np.float64]
    views: tuple[FirstView, ...] = ()
    standing: tuple[Label, ...] = ()
    edges: tuple[float, ...] = ()


def bands(nearest: float, farthest: float) -> list[tuple[float, float]]:
    """Split a range of scales into bands, from far to near.

    Labels are placed in each band separately.

    Parameters
    ----------
    nearest, farthest : float
        In drawing steps per pixel.

    Returns
    -------
    list of (float, float)
        The nearest and the farthest scale of each band, a factor of `BAND` apart.
    """
    count = int(np.ceil(np.log(farthest / nearest) / np.log(BAND)))
    edges = [farthest / BAND**step for step in range(count + 1)]
    return [(near, far) for far, near in pairwise(edges)]
