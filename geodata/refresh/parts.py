"""Specks: drop small islands, give small exclaves to the state around them."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set

import numpy as np
import shapely

from csto_atlas.geodata.refresh.detail import PieceLabel
from csto_atlas.geodata.refresh.network import LabelT, Piece, explode


def drop_islands(
    pieces: Sequence[Piece[LabelT]], smallest: float
) -> list[Piece[LabelT]]:
    """Leave out every small piece that touches no large one.

    Parameters
    ----------
    pieces : sequence of Piece
    smallest : float
        In the plane's units.
    """
    shapes = np.array([piece.polygon for piece in pieces])
    is_large = shapely.area(shapes) >= smallest
    small = np.flatnonzero(~is_large)
    _, hits = shapely.STRtree(shapes[small]).query(shapes[is_large], "intersects")
    kept = {*np.flatnonzero(is_large).tolist(), *small[hits].tolist()}
    return [piece for i, piece in enumerate(pieces) if i in kept]


def give_away(
    pieces: Sequence[Piece[PieceLabel]], smallest_of: Callable[[PieceLabel], float]
) -> list[Piece[PieceLabel]]:
    """Label every small piece as the neighbour with the longest common border.

    A neighbour of the same state comes first.

    Parameters
    ----------
    pieces : sequence of Piece
    smallest_of : callable
        For a label: the area below which a piece with a neighbour is given away.
    """
    shapes = np.array([piece.polygon for piece in pieces])
    areas = shapely.area(shapes)
    limits = np.array([smallest_of(piece.label) for piece in pieces])
    tree = shapely.STRtree(shapes)
    given = list(pieces)
    for i in np.flatnonzero(areas < limits).tolist():
        near = [j for j in tree.query(shapes[i]).tolist() if areas[j] > areas[i]]
        shared = shapely.length(shapely.intersection(shapes[near], shapes[i]))
        if near and shared.max() > 0:
            ours = [pieces[j].label[0] == pieces[i].label[0] for j in near]
            best = np.lexsort((shared, np.logical_and(ours, shared > 0)))[-1]
            given[i] = Piece(pieces[near[best]].label, shapes[i])
    return _joined(
        given, {g.label for g, p in zip(given, pieces, strict=True) if g != p}
    )


def _joined(
    pieces: Sequence[Piece[LabelT]], labels: Set[LabelT]
) -> list[Piece[LabelT]]:
    shapes = {
        label: shapely.coverage_union_all(
            [piece.polygon for piece in pieces if piece.label == label]
        )
        for label in sorted(labels, key=str)
    }
    return [piece for piece in pieces if piece.label not in labels] + explode(shapes)
