"""The scales at which a label is shown: list, extend and join bands of scales."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from csto_atlas.maps.labels.choice import find_conflicts
from csto_atlas.maps.labels.model import BAND, Label, bands
from csto_atlas.maps.labels.spots import Spots, join_spots

# The numbers below are our own choice.
CLOSEST = 1.01  # the last band ends at the nearest scale times this
NARROWEST = 1.05  # least ratio of the scales of a band that an edge leaves


def list_bands(
    nearest: float, farthest: float, edges: Sequence[float] = ()
) -> list[tuple[float, float]]:
    """Split a range of scales into bands; the last one only holds the nearest scale.

    A name is shown in a band if it fits at the farthest scale of the band. So a frame
    shows most names if its scale is the farthest of a band: the nearest scale has a
    band of its own.

    Parameters
    ----------
    nearest, farthest : float
        In drawing steps per pixel.
    edges : sequence of float
        Scales, each the farthest of a band.

    Returns
    -------
    list of (float, float)
        From far to near.
    """
    last = nearest * CLOSEST
    parts = [(max(near, last), far) for near, far in bands(nearest, farthest)]
    for edge in edges:
        parts = [
            part
            for near, far in parts
            for part in (
                [(edge, far), (near, edge)]
                if near * NARROWEST < edge < far / NARROWEST
                else [(near, far)]
            )
        ]
    return [*(part for part in parts if part[1] > last), (last / BAND, last)]


def start_sooner(
    standing: Sequence[tuple[Label, Spots, Sequence[float]]],
    before: Sequence[tuple[Label, Spots]],
    limit: float,
) -> tuple[list[Label], list[Label]]:
    """Show labels at scales beyond their band, where they overlap nothing.

    Parameters
    ----------
    standing : sequence of (Label, Spots, sequence of float)
        Labels of a band, the spot of each, and the scales to try as its farthest one,
        in drawing steps per pixel, the farthest first.
    before : sequence of (Label, Spots)
        Labels and spots of the next farther band.
    limit : float
        The farthest scale of that band.

    Returns
    -------
    started, former : list of Label
        Labels of both bands with new scales. Where a name moves from one spot to
        another, its former label ends at the scale at which the new one begins.
    """
    started: list[Label] = []
    former = [label for label, _ in before]
    codes = [label.code for label in former]
    shown = join_spots([spot for _, spot in before]) if before else None
    for label, spot, scales in standing:
        tries = [min(far, limit) for far in scales if far > label.farthest]
        far = label.farthest
        if tries:
            others = shown[np.array(codes) != label.code] if shown else None
            free = (one for one in tries if not _meets(spot, others, (far, one)))
            far = next(free, far)
        if far > label.farthest:
            former = [
                replace(one, nearest=far) if one.code == label.code else one
                for one in former
            ]
            label = replace(label, farthest=far)
            codes.append(label.code)
            shown = join_spots([shown, spot]) if shown else spot
        started.append(label)
    return started, [label for label in former if label.nearest < label.farthest]


def _meets(spot: Spots, others: Spots | None, scales: tuple[float, float]) -> bool:
    if not others:
        return False
    owner = np.array([0, *([1] * len(others))])
    return len(find_conflicts(join_spots([spot, others]), owner, scales)) > 0


def merge(labels: Iterable[Label], nearest: float) -> list[Label]:
    """Join adjacent bands in which a label has the same position.

    Parameters
    ----------
    labels : iterable of Label
        From far to near.
    nearest : float
        The nearest scale that a reader can see, in drawing steps per pixel. Labels
        shown there are shown at all nearer scales: their `nearest` becomes 0.

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
