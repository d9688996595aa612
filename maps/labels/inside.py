"""Labels inside their countries: their position and the scales at which they fit.

A label keeps its size on the screen while the country grows. So each label needs the
largest scale (in drawing steps per pixel) at which its box still fits into the country.
Boxes inside different countries cannot overlap.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from csto_atlas.maps.labels.model import (
    FINE_STEPS,
    SHRINK,
    Constraints,
    Label,
    Lettering,
)

# Our own choice: finer grids and steps take longer to try.
GRID = 15  # candidate positions along each side of a country's bounds
SCALE_STEP = 1.15  # scales are tried from far to near, each divided by this
MARK_ROOM = 8.0  # pixels kept free around a mark


def place_label(
    code: str,
    text: str,
    country: BaseGeometry,
    lettering: Lettering,
    constraints: Constraints,
    *,
    is_tight: bool = False,
) -> Label | None:
    """Find the position where a label fits at the largest scale.

    Parameters
    ----------
    code, text : str
        The territory's code and the text of the label.
    country : shapely geometry
        In drawing steps; only its largest part is used.
    lettering : Lettering
    constraints : Constraints
        The scales to try, and the signs to keep clear of.
    is_tight : bool
        Whether only the letters have to fit, without the space around them.

    Returns
    -------
    Label or None
        None if the text fits at no scale.
    """
    scales, avoid = constraints.scales, constraints.signs
    part = max(shapely.get_parts(country), key=lambda p: p.area)
    shapely.prepare(part)
    spots = _candidates(part)
    left, top, right, bottom = part.bounds
    near = (avoid > (left, top)).all(axis=1) & (avoid < (right, bottom)).all(axis=1)
    half = lettering.half(text)
    letters = np.array(half)
    if is_tight:
        letters = np.array([half[0] - SHRINK[0], half[1] * SHRINK[1]])

    def fits_at(scale: float) -> NDArray[np.float64]:
        return _fitting(part, spots, letters * scale, avoid[near], MARK_ROOM * scale)

    def is_far_enough(scale: float) -> bool:
        # A text that fits at one scale fits at all nearer ones, at the same spot.
        nonlocal spots
        fits = fits_at(scale)
        spots = fits if len(fits) else spots
        return len(fits) > 0

    tried = list(_descend(*scales))
    number = bisect_left(tried, True, key=is_far_enough)
    if number == len(tried):
        return None
    # The steps are wide: the label may also fit at a slightly larger scale.
    for closer in FINE_STEPS:
        finer = min(tried[number] * closer, scales[1])
        if len(fits := fits_at(finer)):
            return _settle(Label(code, text, 0, 0, half, 0, finer), fits, part)
    return None


def _descend(nearest: float, farthest: float) -> Iterator[float]:
    scale = farthest
    while scale >= nearest:
        yield scale
        scale /= SCALE_STEP


def _settle(label: Label, fits: NDArray[np.float64], part: BaseGeometry) -> Label:
    """Move the label to the position farthest from the border."""
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
