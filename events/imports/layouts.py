"""Descriptions of publishers of event data, and of the columns of their files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from csto_atlas.events.nearest import suggest

TextByLanguage = Mapping[str, str]
"""A text by language; the English one is used for languages that are missing."""


@dataclass(frozen=True)
class Layout:
    """The columns of a kind of file.

    Attributes
    ----------
    name : str
    needed, may : mapping of tuple of str
        Required and optional columns: the names that a column may have, by its role in
        a layer. A date in three columns has three keys, such as ``start.year``.
    """

    name: str
    needed: Mapping[str, tuple[str, ...]]
    may: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def find(self, header: Sequence[str]) -> dict[str, str]:
        """Return the column of each role that a file has, ignoring case.

        Parameters
        ----------
        header : sequence of str
            Names of the columns of the file.

        Returns
        -------
        dict of str
            Names of columns by role.
        """
        lower = {name.casefold(): name for name in reversed(header)}
        return {
            role: found[0]
            for role, names in {**self.needed, **self.may}.items()
            if (found := [lower[name] for name in names if name in lower])
        }

    def missing(self, header: Sequence[str]) -> list[tuple[str, str]]:
        """List the required columns that a file does not have.

        Parameters
        ----------
        header : sequence of str
            Names of the columns of the file.

        Returns
        -------
        list of (str, str)
            The column, and what is expected, with the most similar name in the file.
        """
        found = self.find(header)
        strange = set(header) - set(found.values())
        return [
            (names[0], suggest(f"the columns of {self.name}", names[0], strange))
            for role, names in self.needed.items()
            if role not in found
        ]


@dataclass(frozen=True)
class Publisher:
    """A publisher of event data, by its codebook and its terms.

    Attributes
    ----------
    kind : str
        Name of the import, and default id of the layer.
    layouts : tuple of Layout
    name, licence, scope : mapping of str
        Texts by language; `scope` says which events the publisher collects.
    share : str
        ``rows`` or ``cells``, as in `Layer`.
    scales : mapping
        Fields of the record of a layer that give the meaning of codes.
    source : mapping
        Fields of the publication in the list of sources.
    remark : str
        A comment beside that entry: what the user has to add to it.
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
