"""Whether two things of fixed size on the screen meet while a reader zooms."""

from __future__ import annotations

Pair = tuple[float, float]


def meets(gap: Pair, shift: Pair, room: Pair, nearest: float, farthest: float) -> bool:
    """Tell whether two boxes meet at any scale of a range.

    Their distance in pixels is ``gap / scale + shift``, so along each axis they are
    too near on one range of ``1 / scale``; they meet where both ranges overlap.

    Parameters
    ----------
    gap : tuple of float
        From the place of the one to that of the other, in drawing steps.
    shift : tuple of float
        How much more lies between their middles, in pixels.
    room : tuple of float
        Pixels that their middles are to be apart along an axis.
    nearest, farthest : float
        Scales, in drawing steps a pixel.

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
