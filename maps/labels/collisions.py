"""Collision test for two boxes of fixed size in pixels over a range of scales."""

from __future__ import annotations

Pair = tuple[float, float]


def meets(gap: Pair, shift: Pair, room: Pair, nearest: float, farthest: float) -> bool:
    """Tell whether two boxes overlap at any scale of a range.

    Their distance in pixels is ``gap / scale + shift``. Along each axis they are too
    close on one interval of ``1 / scale``; they overlap where both intervals do.

    Parameters
    ----------
    gap : tuple of float
        Offset between the anchor points of the boxes, in drawing steps.
    shift : tuple of float
        Additional offset between their middles, in pixels.
    room : tuple of float
        Least distance between their middles along each axis, in pixels.
    nearest, farthest : float
        Scales, in drawing steps per pixel.

    Returns
    -------
    bool

    Examples
    --------
    >>> meets((6, 0), (-16, 0), (12, 12), 4, 16)
    False
    >>> meets((6, 0), (-16, 0), (12, 12), 1, 16)
    True
    """
    low, high = 1 / farthest, 1 / nearest
    for distance, beside, least in zip(gap, shift, room, strict=True):
        if distance == 0:
            if abs(beside) >= least:
                return False
            continue
        ends = sorted(((-least - beside) / distance, (least - beside) / distance))
        low, high = max(low, ends[0]), min(high, ends[1])
    return low < high
