"""Numbers beside circles and arrows: labels of their own, which names keep clear of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import shapely

from csto_atlas.maps.labels.collisions import meets
from csto_atlas.maps.labels.model import FirstView, Label, Lettering

NUMBER = Lettering(12.0, bold=True)  # as in the style sheet of a scene
GAP = 4.0  # pixels between a circle and its number (our choice)
OFTEN = 5  # a circle or its number counts as much as so many symbols of a single day
DIGITS = 0.65  # height of digits with a little room, as a share of a line
EVER = float("inf")  # a number is shown at every scale


@dataclass(frozen=True)
class Circle:
    """A circle with a number.

    Attributes
    ----------
    code, text : str
        The contingent's code, and its number.
    x, y : float
        Centre in drawing steps.
    radius : float
        In pixels.
    """

    code: str
    text: str
    x: float
    y: float
    radius: float


def number_at(code: str, text: str, x: float, y: float, up: float) -> Label:
    """Return the label of a number above a point.

    Parameters
    ----------
    code, text : str
    x, y : float
        The point, in drawing steps.
    up : float
        Pixels from the point to the middle of the number.
    """
    half = NUMBER.half(text)
    return Label(code, text, x, y, half, 0.0, EVER, offset=(0, -round(up)))


def place_numbers(
    circles: Sequence[Circle], signs: Sequence[Label], views: Sequence[FirstView]
) -> list[Label]:
    """Write a number beside each circle, on the side where it covers least.

    Parameters
    ----------
    circles : sequence of Circle
        The first ones have the first choice.
    signs : sequence of Label
        What else is drawn: symbols of events, and other numbers.
    views : sequence of FirstView

    Returns
    -------
    list of Label
        In the order of the circles, at the first of eight sides at which, in the first
        views, it is cut least often, covers fewest numbers and then fewest signs.
    """
    placed: list[Label] = []
    for one in circles:
        rounds = [_stand(other) for other in circles if other != one]
        crowd = [*signs, *(OFTEN * [*rounds, *placed])]
        half = NUMBER.half(one.text)
        start = Label(one.code, one.text, one.x, one.y, half, 0.0, EVER)
        across, up = round(one.radius + GAP + half[0]), round(one.radius + half[1])
        tries = [replace(start, offset=side) for side in _list_sides(across, up)]
        placed.append(min(tries, key=lambda tried: _count(tried, crowd, views)))
    return placed


def _list_sides(across: int, up: int) -> list[tuple[int, int]]:
    """List offsets from a circle: right, left, below and above, then the corners."""
    sides = [(across, 0), (-across, 0), (0, up), (0, -up)]
    return sides + [(x, y) for y in (up, -up) for x in (across, -across)]


def _stand(circle: Circle) -> Label:
    half = circle.radius, circle.radius
    return Label(circle.code, "", circle.x, circle.y, half, 0.0, EVER)


def _count(
    label: Label, crowd: Sequence[Label], views: Sequence[FirstView]
) -> tuple[int, int, int]:
    """Count the views that cut a label, and the numbers and signs it covers in them."""
    cut = sum(
        not shapely.box(*label.box(view.scale)).within(view.box) for view in views
    )
    digits = _shrink(label)
    numbers = sum(
        _cover(digits, _shrink(other), (view.scale, view.farthest))
        for other in crowd
        for view in views
        if other.text
    )
    signs = sum(
        _cover(label, other, (near, far))
        for other in crowd
        for view in views
        for near in [max(view.nearest, other.nearest)]
        for far in [min(view.farthest, other.farthest)]
        if near < far
    )
    return cut, numbers, signs


def _shrink(number: Label) -> Label:
    """Return the label with the height of its digits, which is less than a line."""
    return replace(number, half=(number.half[0], DIGITS * number.half[1]))


def covers_number(
    label: Label, standing: Iterable[Label], scales: tuple[float, float]
) -> bool:
    """Tell whether a label covers a number at any scale of a range.

    Parameters
    ----------
    label : Label
    standing : iterable of Label
        Numbers; labels without a text are passed over.
    scales : tuple of float
        Nearest and farthest scale, in drawing steps per pixel.

    Returns
    -------
    bool
    """
    return any(other.text and _cover(label, other, scales) for other in standing)


def _cover(label: Label, other: Label, scales: tuple[float, float]) -> bool:
    return meets(
        (label.x - other.x, label.y - other.y),
        (label.offset[0] - other.offset[0], label.offset[1] - other.offset[1]),
        (label.half[0] + other.half[0], label.half[1] + other.half[1]),
        scales[0] * 0.999,  # a range must not be empty
        scales[1],
    )
