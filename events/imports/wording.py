"""Write the text that says which events an imported file covers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from csto_atlas.events.files.items import Origin
from csto_atlas.events.imports.layouts import Publisher
from csto_atlas.events.layers.model import Layer, LayerColumns

if TYPE_CHECKING:
    from csto_atlas.events.imports.files import EventFile

FEW = 6  # most countries that are named, our own choice; more are only counted
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


@dataclass(frozen=True)
class FileExtent:
    """The countries and the period of the events of some files.

    Attributes
    ----------
    countries : tuple of str or None
        Their names in the source, sorted; None if there is no column of countries.
    first, last : date or None
        First day of the first and of the last event; None if no day can be read.
    """

    countries: tuple[str, ...] | None
    first: date | None
    last: date | None


def find_extent(
    found: Sequence[EventFile], country: str | None, columns: Mapping[str, Any]
) -> FileExtent:
    """Find the countries and the period of the events of some files.

    Parameters
    ----------
    found : sequence of EventFile
    country : str or None
        Name of the column of countries, if there is one.
    columns : mapping
        Names of columns by role.

    Returns
    -------
    FileExtent
    """
    names = None
    if country:
        names = tuple(sorted({n for one in found for n in one.frame[country].unique()}))
    days = [day for one in found for day in _days(one, columns)]
    return FileExtent(names, min(days, default=None), max(days, default=None))


def cover(publisher: Publisher, extent: FileExtent, language: str) -> str:
    """Write which events a file covers: their kind, countries and period.

    Parameters
    ----------
    publisher : Publisher
    extent : FileExtent
    language : str

    Returns
    -------
    str
        In English if there is no text for the language.
    """
    spoken = language if language in _WHEN else "en"
    said = publisher.scope.get(spoken, publisher.scope["en"])
    if extent.countries:
        names, number = ", ".join(extent.countries), len(extent.countries)
        few, many = _WHERE[spoken]
        form = few if number <= FEW else many
        said = form.format(scope=said, names=names, number=number)
    if extent.first and extent.last:
        first, last = extent.first.isoformat(), extent.last.isoformat()
        said = _WHEN[spoken].format(where=said, first=first, last=last)
    return said[:1].upper() + said[1:]


def _days(one: EventFile, columns: Mapping[str, Any]) -> list[date]:
    """Return the first and the last day of a file; empty if no day can be read."""
    from csto_atlas.events.layers.cells import EPOCH
    from csto_atlas.events.layers.row_values import NO_DAY, read_values
    from csto_atlas.events.layers.rows import Chunk

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
