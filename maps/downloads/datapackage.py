"""The data package: what is in ``data/``, under which licence, from whom."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from csto_atlas.events.records import Dataset
from csto_atlas.maps.downloads.credits import (
    ATTRIBUTION,
    GEOMETRY,
    ORIGINS,
    Licence,
    licence_of,
)
from csto_atlas.maps.downloads.tables import Table, in_english
from csto_atlas.maps.downloads.workbook import BOOK
from csto_atlas.maps.i18n.messages import mark

MAPS = {
    "territories": mark("Territories with their latest status"),
    "areas": mark("Disputed areas, one feature per dated row"),
    "events": mark("Places of events"),
}
# What the gallery says of every file.
TITLES = {
    "memberships.csv": mark("Statuses of states in organisations"),
    "organisations.csv": mark("Statuses of states in other organisations"),
    "events.csv": mark("Events, one row per place"),
    "figures.csv": mark("Figures, one row each, with who gives it"),
    "requests.csv": mark("Calls for help, and what came of them"),
    "deployments.csv": mark("Contingents by phase"),
    "movements.csv": mark("Outbound and return routes"),
    "objects.csv": mark("Guarded sites"),
    "areas.csv": mark("Disputed areas and who held them"),
    "lines.csv": mark("Lines that are no border between states"),
    "borders.csv": mark("Lengths of borders, measured"),
    "sources.csv": mark("Sources"),
    BOOK: mark("All tables in one workbook"),
    **{f"{name}.geojson": title for name, title in MAPS.items()},
    "datapackage.json": mark("Machine-readable description of all files"),
}
OF_LAYERS = {
    "ground": mark("Layer totals by territory and map step"),
    "cells": mark("Layer totals by cell and map step"),
    "events": mark("Events of a layer"),
}
WITH_STATUSES = ("memberships", "organisations", "events")  # in any organisation


def title_of(name: str) -> str:
    """Return what the gallery says of a file, not yet translated.

    Parameters
    ----------
    name : str
        ``events.csv``.

    Returns
    -------
    str
    """
    if name.startswith("layer-"):
        return OF_LAYERS[name.removesuffix(".csv").rpartition("-")[2]]
    return TITLES[name]


def describe_package(
    dataset: Dataset, tables: Sequence[Table], contents: Mapping[str, str | bytes]
) -> str:
    """Write ``datapackage.json``, after the Data Package standard of Frictionless.

    Parameters
    ----------
    dataset : Dataset
    tables : sequence of Table
    contents : mapping of str or bytes
        Every file of the package by name, ``events.csv``.

    Returns
    -------
    str
        JSON. Its date is that of the data: the same data make the same bytes.
    """
    meta = dataset.meta
    own = licence_of(meta.licence)
    gaps = _gaps(dataset)
    resources = [
        *(_table(table, contents[f"{table.name}.csv"], own, gaps) for table in tables),
        *(
            _map(name, contents[f"{name}.geojson"], own)
            for name in MAPS
            if f"{name}.geojson" in contents
        ),
        *([_book(contents[BOOK], own, gaps)] if BOOK in contents else []),
    ]
    package = {
        "name": f"{meta.organisation}-atlas",
        "title": in_english(meta.title),
        "version": meta.as_of.isoformat().replace("-", "."),
        "created": f"{meta.as_of.isoformat()}T00:00:00Z",
        "description": " ".join(
            filter(None, [f"To be cited with: {ATTRIBUTION}", gaps])
        ),
        "licenses": [own, GEOMETRY],
        "sources": [{"title": title, "path": path} for title, path in ORIGINS],
        "resources": resources,
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def _gaps(dataset: Dataset) -> str:
    """Say which organisations are incomplete, and why."""
    return " ".join(
        f"Incomplete: {in_english(o.name)}. {in_english(o.incomplete)}"
        for o in dataset.organisations
        if o.incomplete
    )


def _table(
    table: Table, text: str | bytes, licence: Licence, gaps: str
) -> dict[str, Any]:
    return {
        "name": table.name,
        "type": "table",
        "title": title_of(f"{table.name}.csv"),
        **({"description": gaps} if gaps and table.name in WITH_STATUSES else {}),
        **_file(f"{table.name}.csv", "csv", "text/csv", text),
        "licenses": [licence_of(table.licence) if table.licence else licence],
        "schema": table.schema,
    }


def _map(name: str, text: str | bytes, own: Licence) -> dict[str, Any]:
    return {
        "name": f"{name}-geojson",
        "title": title_of(f"{name}.geojson"),
        **_file(f"{name}.geojson", "geojson", "application/geo+json", text),
        "licenses": [own, GEOMETRY],
    }


def _book(content: bytes | str, licence: Licence, gaps: str) -> dict[str, Any]:
    """Describe the workbook; its columns are those of the tables."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return {
        "name": "atlas-xlsx",
        "type": "file",
        "title": title_of(BOOK),
        **({"description": gaps} if gaps else {}),
        **_file(BOOK, "xlsx", kind, content),
        "licenses": [licence],
    }


def _file(path: str, form: str, mediatype: str, text: str | bytes) -> dict[str, Any]:
    content = text if isinstance(text, bytes) else text.encode("utf-8")
    return {
        "path": path,
        "format": form,
        "mediatype": mediatype,
        **({} if isinstance(text, bytes) else {"encoding": "utf-8"}),
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }
