"""Limit the leader lines of a map that is seen from far."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from csto_atlas.maps.labels.model import FirstView, Label

MOST = 3  # our own choice: more lines at small states look like a web
Rank = Callable[[str], tuple[float, ...]]


def limit_lines(
    labels: Sequence[Label], views: Sequence[FirstView], rank: Rank
) -> list[Label]:
    """End labels with a leader line where there would be too many.

    Farther than its first view, a frame shows at most `MOST` lines. What is the first
    view of a narrow frame is such a scale in a wide one.

    Parameters
    ----------
    labels : sequence of Label
    views : sequence of FirstView
        The first view of narrow frames, then that of wide ones.
    rank : callable
        Rank of a code: the labels of the lowest ranks are kept.

    Returns
    -------
    list of Label
        In the same order.
    """
    wide = views[-1].farthest
    farthest = max(view.farthest for view in views)
    ended = [
        replace(label, farthest=min(label.farthest, end))
        for label, end in _find_ends(labels, farthest, rank)
        if end > label.nearest
    ]
    return [
        label if end >= label.farthest else replace(label, farthest_wide=end)
        for label, end in _find_ends(ended, wide, rank)
    ]


def _find_ends(
    labels: Sequence[Label], limit: float, rank: Rank
) -> list[tuple[Label, float]]:
    """Return each label, and the farthest scale at which it may be shown.

    At any scale beyond the limit at most `MOST` labels with a line are left.
    """
    ends = [label.farthest for label in labels]
    led = [n for n, one in enumerate(labels) if one.is_leader and one.farthest > limit]
    kept: list[Label] = []
    for number in sorted(led, key=lambda n: rank(labels[n].code)):
        label = labels[number]
        ends[number] = _find_end(label, kept, limit)
        kept.append(replace(label, farthest=ends[number]))
    return list(zip(labels, ends, strict=True))


def _find_end(label: Label, kept: Sequence[Label], limit: float) -> float:
    """Return the farthest scale up to which less than `MOST` others are shown."""
    start = max(label.nearest, limit)
    starts = {one.nearest for one in kept if start < one.nearest < label.farthest}
    for scale in sorted({start, *starts}):
        if sum(one.nearest <= scale < one.farthest for one in kept) >= MOST:
            return scale
    return label.farthest
