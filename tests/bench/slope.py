"""How a figure grows with the size of its job."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np


def slope(sizes: Sequence[float], values: Sequence[float]) -> float:
    """Fit a power of the size: 0 does not grow, 1 grows as the size does.

    Parameters
    ----------
    sizes, values : sequence of float
        Above zero, at least two.

    Returns
    -------
    float
        The slope of a straight line through the logarithms.

    Examples
    --------
    >>> round(slope([1, 10, 100], [5, 50, 500]), 6)
    1.0
    """
    return float(np.polyfit(np.log(sizes), np.log(values), 1)[0])
