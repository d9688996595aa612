"""What an import needs to know of a publisher's files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from csto_atlas.events.nearest import suggest

TextByLanguage = Mapping[str, str]
"""A text by language; English where a data set speaks another one."""


@dataclass(frozen=True)
class Layout:
    """The columns of a kind of file.

    Attributes
    ----------
    name : str
    needed, may : mapping of tuple of str
        Names that a column may have, by what it holds for a layer; those that must be
        there, and those that may. A role that is a date of three columns has three
        names, each under a key of its own: ``start.year``.
    """

    name: str
    needed: Mapping[str, tuple[str, ...]]
    may: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def find(self, header: Sequence[str]) -> dict[str, str]:
        """Return the column for each role that a file has, in any case of letters."""
        lower = {name.casefold(): name for name in reversed(header)}
        return {
            role: found[0]
            for role, names in {**self.needed, **self.may}.items()
            if (found := [lower[name] for name in names if name in lower])
        }

    def missing(self, header: Sequence[str]) -> list[tuple[str, str]]:
        """Return the needed columns that a file has not, with what is nearest."""
        found = self.find(header)
        strange = set(header) - set(found.values())
        return [
            (names[0], suggest(f"the columns of {self.name}", names[0], strange))
            for role, names in self.needed.items()
            if role not in found
        ]


@dataclass(frozen=True)
class Publisher:
    """A publisher of event data, and what its codebook and its terms say.

    Attributes
    ----------
    kind : str
        Names the import, and the layer unless it is named otherwise.
    layouts : tuple of Layout
    name, licence, scope : mapping of str
        By language; `scope` says which events it collects.
    share : str
        As in a layer.
    scales : mapping
        Fields of a layer that say what codes mean.
    source : mapping
        The fields of the publication in the data set.
    remark : str
        What the person who imports has still to do, as a comment beside it.
    """

    kind: str
    layouts: tuple[Layout, ...]
    name: TextByLanguage
    licence: TextByLanguage
    scope: TextByLanguage
    share: str
    scales: Mapping[str, Any]
    source: Mapping[str, Any]
    remark: str = ""
