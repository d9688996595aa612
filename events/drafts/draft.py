"""A data set, drafted from a sheet of memberships."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from csto_atlas.events.drafts import wording
from csto_atlas.events.drafts.cited import find_cited
from csto_atlas.events.drafts.documents import (
    MAP,
    ORGANISATION,
    SOURCE,
    write_base,
    write_map,
    write_yaml,
)
from csto_atlas.events.drafts.wish import Wish
from csto_atlas.events.drafts.wording import FORMER, MEMBER, StatusWords
from csto_atlas.events.errors import DataError, Problem
from csto_atlas.events.files.items import Origin
from csto_atlas.events.load import load_dataset
from csto_atlas.events.records import Dataset, Meta
from csto_atlas.events.sheets.grid import Grid
from csto_atlas.events.sheets.job import SheetReader
from csto_atlas.events.sheets.lookups import know
from csto_atlas.events.sheets.read import open_sheet
from csto_atlas.events.sheets.words import NO, YES
from csto_atlas.events.spelling.fold import word_of

_HANDOVER = "'ends: left'"


@dataclass(frozen=True)
class Draft:
    """Files by relative path, what was read, and what was decided besides."""

    files: Mapping[str, str | bytes]
    dataset: Dataset
    remarks: tuple[str, ...]


def draft_data_set(wish: Wish, countries: Mapping[str, str]) -> Draft:
    """Draft a data set: who belonged, and one map of it.

    Parameters
    ----------
    wish : Wish
    countries : mapping of str
        Two-letter codes by the three-letter codes of the register.

    Raises
    ------
    DataError
        If the sheet cannot be read, or leaves something in doubt.
    """
    job, grid = open_wish(wish, countries)
    words, cited = _find_statuses(job, grid), find_cited(job, grid, wish.languages[0])
    statuses = list(dict.fromkeys([MEMBER, *words.values(), FORMER]))
    remarks: list[str] = []
    keys = dict(wish.keys)
    if words:
        keys["statuses"] = {word: status.id for word, status in words.items()}
    if cited.ids:
        keys["columns"] = {**keys.get("columns", {}), "sources": cited.column}
        keys["cited"] = dict(cited.ids)
    try:
        dataset = _load(write_base(wish, statuses, keys, cited), wish, countries)
    except DataError as error:
        if len(error.problems) > 1 or _HANDOVER not in error.problems[0].expected:
            raise
        # Each row begins on the day that ends the one before it.
        keys["ends"] = "left"
        remarks.append("ends: left (rows begin on the day that ends the row before)")
        dataset = _load(write_base(wish, statuses, keys, cited), wish, countries)
    files = write_base(wish, statuses, keys, cited)
    spec = write_map(dataset.memberships, statuses, wish)
    files[f"maps/{MAP}.yml"] = write_yaml(spec)
    return Draft(files, dataset, tuple(remarks))


def open_wish(wish: Wish, countries: Mapping[str, str]) -> tuple[SheetReader, Grid]:
    """Return how the rows of a sheet are to be read, and the rows.

    Raises
    ------
    DataError
        If the sheet cannot be read.
    """
    record = {"file": wish.sheet.name, "status": "member", "sources": [SOURCE]}
    meta = Meta.model_validate(
        {
            "title": {"en": "-"},
            "as_of": wish.as_of.isoformat(),
            "languages": list(wish.languages),
            "organisation": ORGANISATION,
            "licence": "-",
            "sheets": [record | {"basis": {"en": "-"}} | dict(wish.keys)],
            "origin": Origin("dataset.yml", 1),
        }
    )
    job, grid, _ = open_sheet(wish.sheet, meta, 0, know(meta, (), (), countries))
    return job, grid


def _find_statuses(job: SheetReader, grid: Grid) -> dict[str, StatusWords]:
    """Return the statuses by the words of a sheet that name them."""
    column = job.shape.columns.get("status")
    columns = [column] if column is not None else []
    if job.shape.kind == "wide":
        columns = [*job.shape.many]
    words = {
        row.cells[n]: None
        for row in grid.rows
        if len(row.cells) >= len(grid.header.cells)
        for n in columns
        if row.cells[n] and word_of(row.cells[n]) not in YES | NO
    }
    return {
        word: wording.find_status(word)
        or wording.make_status(word, _slug(word, number), number)
        for number, word in enumerate(words)
    }


def _slug(word: str, number: int) -> str:
    plain = re.sub(r"[^a-z0-9]+", "-", word.lower()).strip("-")
    return plain[:40].strip("-") or f"status-{number}"


def _load(
    files: Mapping[str, str | bytes], wish: Wish, countries: Mapping[str, str]
) -> Dataset:
    """Read a data set from a folder that is gone afterwards.

    Raises
    ------
    DataError
        With every problem, placed in the sheet where its author has it.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path, content in files.items():
            data = content.encode() if isinstance(content, str) else content
            (folder / path).write_bytes(data)
        dataset, problems = load_dataset(folder, countries)
        here, there = folder.as_posix(), wish.sheet.parent.as_posix()
    if problems or dataset is None:
        raise DataError(
            Problem(p.where.replace(here, there), p.what, p.expected) for p in problems
        )
    told = (replace(p, where=p.where.replace(here, there)) for p in dataset.warnings)
    return dataset.model_copy(update={"warnings": tuple(told)})
