"""The record of an imported layer: its columns, scales and texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from csto_atlas.events.imports.layouts import Layout, Publisher
from csto_atlas.events.imports.wording import cover, find_extent
from csto_atlas.events.spelling.written_dates import Order, find_order

if TYPE_CHECKING:
    from csto_atlas.events.imports.files import EventFile


def make_record(
    publisher: Publisher,
    layout: Layout,
    found: Sequence[EventFile],
    name: str,
    languages: Sequence[str],
) -> dict[str, Any]:
    """Make the record of a layer.

    Parameters
    ----------
    publisher : Publisher
    layout : Layout
        The layout of the files.
    found : sequence of EventFile
    name : str
        The id of the layer.
    languages : sequence of str
        Languages of the texts.

    Returns
    -------
    dict
        The fields of the record, in the order of its YAML file.
    """
    columns: dict[str, Any] = {**layout.find(list(found[0].frame))}
    country = columns.pop("country", None)
    parts = [columns.pop(f"start.{part}", None) for part in ("year", "month", "day")]
    if all(parts):
        columns["start"] = parts
    order = _find_order(found, columns["start"])
    extent = find_extent(found, country, columns)
    scales = {
        role: scale
        for role, scale in publisher.scales.items()
        if {"kinds": "kind"}.get(role, role) in columns
    }
    return {
        "id": name,
        "name": _in(publisher.name, languages),
        "covers": {
            language: cover(publisher, extent, language) for language in languages
        },
        "licence": _in(publisher.licence, languages),
        "source": publisher.source["id"],
        "file": f"{name}.csv",
        "share": publisher.share,
        "columns": columns,
        **({"dates": order} if order else {}),
        **scales,
    }


def _find_order(found: Sequence[EventFile], start: str | list[str]) -> Order | None:
    """Return the order of day and month in dates that a spreadsheet has reformatted."""
    if not isinstance(start, str):
        return None
    return find_order(cell for one in found for cell in one.frame[start].unique())[0]


def _in(texts: Mapping[str, str], languages: Sequence[str]) -> dict[str, str]:
    return {language: texts.get(language, texts["en"]) for language in languages}
