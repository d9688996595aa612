"""Labels inside their countries: where, and from which zoom on.

A label keeps its size on the screen while the country grows, so what is asked of
every label is the largest scale (drawing steps per pixel) at which its box still
fits into the country. Boxes inside different countries cannot overlap.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from maps.labels.text_width import LINE_HEIGHT, text_width

GRID = 15  # candidate positions along each side of a country's bounds
SCALE_STEP = 1.15  # scales are tried from far to near, each this much closer
FINE_STEPS = (1.1, 1.05, 1.0)  # tried in between, once a label fits
BAND = 1.6  # a leader keeps its spot over scales this far apart
PADDING = 3.0  # pixels kept free at both ends of a text
MARK_ROOM = 8.0  # pixels kept free around a mark


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


def place_label(
    code: str,
    text: str,
    country: BaseGeometry,
    scales: tuple[float, float],
    *,
    lettering: Lettering,
    avoid: NDArray[np.float64],
) -> Label | None:
    """Find the position that shows a label from as far away as possible.

    Parameters
    ----------
    code, text : str
    country : shapely geometry
        In drawing steps; only its largest part is used.
    scales : tuple of float
        The nearest and the farthest scale, in drawing steps a pixel.
    lettering : Lettering
    avoid : ndarray of shape (n, 2)
        Points where marks may stand.

    Returns
    -------
    Label or None
        None if the text fits at no scale.
    """
    part = max(shapely.get_parts(country), key=lambda p: p.area)
    shapely.prepare(part)
    spots = _candidates(part)
    left, top, right, bottom = part.bounds
    near = (avoid > (left, top)).all(axis=1) & (avoid < (right, bottom)).all(axis=1)
    half = np.array(lettering.half(text))

    def fits_at(scale: float) -> NDArray[np.float64]:
        return _fitting(part, spots, half * scale, avoid[near], MARK_ROOM * scale)

    for scale in _descend(*scales):
        if len(fits_at(scale)):
            # The step was wide: the label may fit from a little farther away.
            for closer in FINE_STEPS:
                finer = min(scale * closer, scales[1])
                if len(fits := fits_at(finer)):
                    return _settle(
                        Label(code, text, 0, 0, tuple(half), 0, finer), fits, part
                    )
    return None


def _descend(nearest: float, farthest: float) -> Iterator[float]:
    scale = farthest
    while scale >= nearest:
        yield scale
        scale /= SCALE_STEP


def _settle(label: Label, fits: NDArray[np.float64], part: BaseGeometry) -> Label:
    """Choose the spot deepest inside: it looks most settled."""
    depth = shapely.distance(shapely.points(fits), part.boundary)
    x, y = fits[int(np.argmax(depth))]
    return replace(label, x=float(x), y=float(y))


def _candidates(part: BaseGeometry) -> NDArray[np.float64]:
    left, top, right, bottom = part.bounds
    xs, ys = np.meshgrid(
        np.linspace(left, right, GRID + 2)[1:-1],
        np.linspace(top, bottom, GRID + 2)[1:-1],
    )
    middle = shapely.get_coordinates(shapely.point_on_surface(part))
    spots = np.concatenate([middle, np.column_stack([xs.ravel(), ys.ravel()])])
    return spots[shapely.contains_xy(part, spots)]


def _fitting(
    part: BaseGeometry,
    spots: NDArray[np.float64],
    half: NDArray[np.float64],
    avoid: NDArray[np.float64],
    room: float,
) -> NDArray[np.float64]:
    low, high = spots - half, spots + half
    fits = shapely.contains(part, shapely.box(*low.T, *high.T))
    for point in avoid:
        gap = np.maximum(np.maximum(low - point, point - high), 0)
        fits &= np.hypot(*gap.T) > room
    return spots[fits]


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
