"""Choose the direction of each ring so that shared borders repeat as text.

If the rings of two neighbours have the same orientation, their shared border is
written in opposite directions, and the two texts have nothing in common. If one ring
is reversed, the border is the same text in both paths, which gzip stores once::

    A  ..  12-7 3 4 5-2 ..        B reversed  ..  12-7 3 4 5-2 ..

The even-odd rule fills a path regardless of the direction of its rings.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Ring = NDArray[np.int64]
ROUNDS = 8  # at most; our choice: a few are enough for a continent


def wind(rings: Sequence[Ring]) -> list[Ring]:
    """Reverse rings so that shared edges mostly have the same direction.

    This is a local search: a ring is reversed as long as that improves the total.

    Parameters
    ----------
    rings : sequence of ndarray of shape (n, 2)
        Whole drawing steps; the first point is not repeated at the end.

    Returns
    -------
    list of ndarray
        The same rings in the same order, some of them reversed.
    """
    agreement = _agreement(rings)
    signs = [1] * len(rings)
    weights = {ring: sum(map(abs, held.values())) for ring, held in agreement.items()}
    by_weight = sorted(weights, key=lambda ring: -weights[ring])
    for _ in range(ROUNDS):
        turned = False
        for ring in by_weight:
            score = sum(w * signs[other] for other, w in agreement[ring].items())
            wanted = 1 if score >= 0 else -1
            if score and wanted != signs[ring]:
                signs[ring], turned = wanted, True
        if not turned:
            break
    return [ring if s > 0 else ring[::-1] for ring, s in zip(rings, signs, strict=True)]


def _agreement(rings: Sequence[Ring]) -> dict[int, dict[int, int]]:
    """Count shared edges by pair of rings: same minus opposite directions."""
    seen: dict[tuple[int, int, int, int], list[tuple[int, int]]] = defaultdict(list)
    for number, ring in enumerate(rings):
        following = np.roll(ring, -1, axis=0)
        for ax, ay, bx, by in np.column_stack([ring, following]).tolist():
            forward = (ax, ay) < (bx, by)
            key = (ax, ay, bx, by) if forward else (bx, by, ax, ay)
            seen[key].append((number, 1 if forward else -1))
    pairs: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for held in seen.values():
        for one, way in held:
            for other, other_way in held:
                if one != other:
                    pairs[one][other] += way * other_way
    return pairs
