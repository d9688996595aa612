"""What the readers of files hand over: fields, and the line each was read on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from csto_atlas.events.errors import Problem

Loc = tuple[str | int, ...]
"""The way to a part of a record, such as ``("figures", 0, "value", "en")``."""


@dataclass(frozen=True)
class Origin:
    """The place of a record in its file, and the lines of its parts.

    `elsewhere` has the ``path:line`` of the parts that another file gives.
    """

    path: str
    line: int
    lines: Mapping[Loc, int] = field(default_factory=dict, compare=False, repr=False)
    elsewhere: Mapping[Loc, str] = field(
        default_factory=dict, compare=False, repr=False
    )

    def __str__(self) -> str:
        """Return ``path:line``."""
        return f"{self.path}:{self.line}"

    def at(self, *loc: str | int) -> str:
        """Return ``path:line`` of a part of the record, as near as it is known.

        Examples
        --------
        >>> Origin("events.yml", 3, {("title",): 5}).at("title", "ar")
        'events.yml:5'
        """
        for n in range(len(loc), 0, -1):
            if loc[:n] in self.elsewhere:
                return self.elsewhere[loc[:n]]
        known = (self.lines.get(loc[:n]) for n in range(len(loc), 0, -1))
        return f"{self.path}:{next((line for line in known if line), self.line)}"


@dataclass(frozen=True)
class Item:
    """The fields of one record, before they are checked."""

    origin: Origin
    fields: dict[str, Any]


@dataclass(frozen=True)
class Items:
    """The items of one file, what is wrong with it, and the words of lost items.

    `warnings` name what was read in a way that its author may not have meant.
    """

    items: tuple[Item, ...] = ()
    problems: tuple[Problem, ...] = ()
    lost: frozenset[str] = frozenset()
    warnings: tuple[Problem, ...] = ()


def words(value: Any) -> Iterator[str]:
    """Yield every word of every text in a nested structure."""
    if isinstance(value, str):
        yield from value.split()
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from words(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from words(part)
