"""From which scale on a name stands where: bands are joined, or begin sooner."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from csto_atlas.maps.labels.choice import find_conflicts
from csto_atlas.maps.labels.model import Label
from csto_atlas.maps.labels.spots import Spots, join_spots


def start_sooner(
    standing: Sequence[tuple[Label, Spots, Sequence[float]]],
    before: Sequence[tuple[Label, Spots]],
    limit: float,
) -> tuple[list[Label], list[Label]]:
    """Let names show from farther than their band, where nothing is in their way.

    Parameters
    ----------
    standing : sequence of (Label, Spots, sequence of float)
        Labels of a band, the spot of each, and up to which scales it might stand there,
        the farthest first.
    before : sequence of (Label, Spots)
        Those of the band that is next farther.
    limit : float
        The farthest scale of that band.

    Returns
    -------
    started, former : list of Label
        The same with other scales: where a name has another place now, the former one
        ends where the new one begins.
    """
    started: list[Label] = []
    shown = list(before)
    for label, spot, scales in standing:
        others = [other for one, other in shown if one.code != label.code]
        tries = [min(far, limit) for far in scales if far > label.farthest]
        free = (far for far in tries if not _meets(spot, others, (label.farthest, far)))
        far = next(free, label.farthest)
        if far > label.farthest:
            label = replace(label, farthest=far)
            shown = [
                (replace(one, nearest=far) if one.code == label.code else one, other)
                for one, other in shown
            ] + [(label, spot)]
        started.append(label)
    former = [label for label, _ in shown[: len(before)]]
    return started, [label for label in former if label.nearest < label.farthest]


def _meets(spot: Spots, others: Sequence[Spots], scales: tuple[float, float]) -> bool:
    if not others:
        return False
    owner = np.array([0, *([1] * len(others))])
    return len(find_conflicts(join_spots([spot, *others]), owner, scales)) > 0


def merge(labels: Iterable[Label], nearest: float) -> list[Label]:
    """Join the bands in which a name stands in one place.

    Parameters
    ----------
    labels : iterable of Label
        From far to near.
    nearest : float
        The nearest scale a reader can see; what stands there has no nearest one.

    Returns
    -------
    list of Label
    """
    runs: dict[tuple[object, ...], Label] = {}
    for label in labels:
        place = label.code, label.text, label.x, label.y, label.offset, label.end
        far = runs.pop((*place, label.is_small, label.farthest), None)
        whole = replace(label, farthest=far.farthest) if far else label
        runs[(*place, label.is_small, label.nearest)] = whole
    return [
        replace(label, nearest=0.0) if label.nearest <= nearest else label
        for label in runs.values()
    ]
