"""What a map says that an imported file covers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from events.imports.layouts import Publisher
from events.items import Origin
from events.layers import Layer, LayerColumns

if TYPE_CHECKING:
    from events.imports.files import Found

FEW = 6  # countries that are named one by one
_WHERE = {
    "en": ("{scope}; {names} only", "{scope}; {number} countries"),
    "ar": ("{scope}؛ {names} فقط", "{scope}؛ عدد البلدان: {number}"),
    "ru": ("{scope}; только {names}", "{scope}; число стран: {number}"),
}
_WHEN = {
    "en": "{where}; {first} to {last}",
    "ar": "{where}؛ من {first} إلى {last}",
    "ru": "{where}; с {first} по {last}",
}


def cover(
    publisher: Publisher,
    found: Sequence[Found],
    country: str | None,
    columns: Mapping[str, Any],
    language: str,
) -> str:
    """Say which events a file has: of what kind, where and when.

    Parameters
    ----------
    publisher : Publisher
    found : sequence of Found
    country : str or None
        The column of countries; they are named in the words of the source.
    columns : mapping
        The columns by role.
    language : str

    Returns
    -------
    str
    """
    spoken = language if language in _WHEN else "en"
    scope = publisher.scope.get(spoken, publisher.scope["en"])
    where = scope
    if country:
        names = sorted({name for one in found for name in one.frame[country].unique()})
        few, many = _WHERE[spoken]
        form = few if 0 < len(names) <= FEW else many
        where = form.format(scope=scope, names=", ".join(names), number=len(names))
    days = [day for one in found for day in _days(one, columns)]
    if days:
        first, last = min(days).isoformat(), max(days).isoformat()
        where = _WHEN[spoken].format(where=where, first=first, last=last)
    return where[:1].upper() + where[1:]


def _days(one: Found, columns: Mapping[str, Any]) -> list[date]:
    """Return the first and the last day of a file; nothing where none can be read."""
    from events.row_values import EPOCH, NO_DAY, read_values
    from events.rows import Chunk

    needed = LayerColumns(
        id=columns["id"],
        start=columns["start"],
        latitude=columns["latitude"],
        longitude=columns["longitude"],
    )
    layer = Layer(
        origin=Origin(Path("import").as_posix(), 1), id="import", name={}, covers={},
        licence={}, source="", file="import.csv", columns=needed,
    )  # fmt: skip
    start = read_values(Chunk(one.path, one.first, one.frame), layer)["start"]
    known = start[start != NO_DAY]
    ends = (known.min(), known.max()) if len(known) else ()
    return [date.fromordinal(int(day) + EPOCH) for day in ends]
