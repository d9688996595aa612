"""Collect the faults of the rows of a layer: count all, and keep the first ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from csto_atlas.events.errors import Problem
from csto_atlas.events.layers.model import Layer
from csto_atlas.events.layers.rows import Chunk

LISTED = 20  # wrong cells reported one by one: our own choice, to keep reports short


@dataclass
class Faults:
    """The faults of the rows of a layer.

    Attributes
    ----------
    counts : dict of int
        Number of wrong cells by role of the column.
    first : list of Problem
        The first problems, at most `LISTED`.
    """

    counts: dict[str, int] = field(default_factory=dict)
    first: list[Problem] = field(default_factory=list)

    def add(self, role: str, problems: Iterable[Problem], number: int) -> None:
        """Add wrong cells of one column.

        Parameters
        ----------
        role : str
            Role of the column.
        problems : iterable of Problem
            Only read as far as problems are kept.
        number : int
            Number of wrong cells.
        """
        if number:
            self.counts[role] = self.counts.get(role, 0) + number
        room = LISTED - len(self.first)
        self.first += islice(problems, room)

    def problems(self, layer: Layer) -> list[Problem]:
        """Return the first problems, and one with the number of the others, if any."""
        rest = sum(self.counts.values()) - len(self.first)
        if rest <= 0:
            return self.first
        counts = ", ".join(f"{n} in {role}" for role, n in self.counts.items())
        what = f"{rest} more wrong cells (all in all {counts})"
        return [*self.first, Problem(layer.origin.at("file"), what, "none")]


class Ids:
    """The ids of a layer, as hashes of 8 bytes, to find empty and repeated ones."""

    def __init__(self, column: str) -> None:
        self._column = column
        self._seen: list[NDArray[np.uint64]] = []
        self._parts: list[tuple[str, int]] = []

    def add(self, chunk: Chunk) -> None:
        """Add the ids of the next rows."""
        cells = chunk.frame[self._column].astype(str).str.strip()
        self._seen.append(pd.util.hash_array(cells.to_numpy(object)))
        self._parts.append((chunk.path.as_posix(), chunk.first))

    def empty(self) -> tuple[int, Iterator[str]]:
        """Return the number of rows without an id, and their ``file:line``."""
        nothing = pd.util.hash_array(np.array(["", "<NA>", "nan"], object))
        return self._places(np.isin(self._all(), nothing))

    def repeated(self) -> tuple[int, Iterator[str]]:
        """Return the number of rows with the id of an earlier row, and their lines."""
        return self._places(pd.Series(self._all()).duplicated().to_numpy())

    def _all(self) -> NDArray[np.uint64]:
        return np.concatenate(self._seen) if self._seen else np.empty(0, np.uint64)

    def _places(self, is_there: NDArray[np.bool_]) -> tuple[int, Iterator[str]]:
        found = np.flatnonzero(is_there)
        starts = np.cumsum([0, *map(len, self._seen)])
        places = (
            f"{path}:{first + int(i) - int(starts[n])}"
            for i in found
            for n in [int(np.searchsorted(starts, i, side="right")) - 1]
            for path, first in [self._parts[n]]
        )
        return len(found), places
