"""A sheet -> the fields of memberships, each with its line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from csto_atlas.events.errors import DataError, Problem
from csto_atlas.events.files.delimited import TextRow
from csto_atlas.events.files.items import Item, Items, Loc, Origin, words
from csto_atlas.events.nearest import suggest
from csto_atlas.events.records import Meta
from csto_atlas.events.sheets.grid import Grid, read_grid
from csto_atlas.events.sheets.handover import check_handovers
from csto_atlas.events.sheets.implausible import check_plausible
from csto_atlas.events.sheets.job import NONE, FoundMembership, SheetReader
from csto_atlas.events.sheets.lookups import Known
from csto_atlas.events.sheets.rows import rows_of_countries
from csto_atlas.events.sheets.shape import SheetKind, find_shape, read_sheet_header
from csto_atlas.events.sheets.terms import (
    from_organisations,
    from_terms,
    order_of,
    short_periods,
)
from csto_atlas.events.sheets.text import read_sheet_text
from csto_atlas.events.sheets.unread import check_unread
from csto_atlas.events.sheets.web_page import is_web_page, read_web_page
from csto_atlas.events.sheets.words import HEADERS
from csto_atlas.events.sheets.workbook import ENDINGS, read_workbook
from csto_atlas.events.sheets.years import from_states, from_wide
from csto_atlas.events.spelling.fold import fold, quote

MOST_PERIODS = 100
"""How many memberships one country can have in one organisation."""

_READERS: dict[
    SheetKind,
    Callable[[SheetReader, Iterable[tuple[TextRow, str]]], Iterator[FoundMembership]],
] = {
    "terms": from_terms,
    "wide": from_wide,
    "organisations": from_organisations,
    "states": from_states,
}


def read_sheet(path: Path, meta: Meta, number: int, known: Known) -> Items:
    """Return the memberships of a sheet, before they are checked.

    Parameters
    ----------
    path
        The file.
    meta
        What the data set says of its sheets.
    number
        Which of the sheets it is.
    known
        The countries, statuses and organisations.

    Raises
    ------
    DataError
        If the file cannot be read, or what its columns hold is in doubt.
    """
    job, grid, guessed = open_sheet(path, meta, number, known)
    job.order = order_of(job, grid.rows)
    job.short_periods = short_periods(job, grid.rows)
    check_unread(job, grid)
    check_plausible(job, grid)
    read = _READERS[job.shape.kind](job, rows_of_countries(job, grid))
    found = list(_bounded(job, read))
    check_handovers(job, found)
    items = tuple(_items(found, job, meta, number))
    if not (items or job.lost or job.wrong.found):
        job.wrong.add(grid.line, "no membership below the header", "at least one row")
    warnings = (*guessed, *job.odd.problems())
    return Items(items, job.wrong.problems(), frozenset(job.lost), warnings)


def open_sheet(
    path: Path, meta: Meta, number: int, known: Known
) -> tuple[SheetReader, Grid, tuple[Problem, ...]]:
    """Return how the rows of a sheet are to be read, the rows, and warnings.

    Parameters
    ----------
    path, meta, number, known
        As in `read_sheet`.

    Raises
    ------
    DataError
        If the file cannot be read, or what its columns hold is in doubt.
    """
    _check_file(path, meta, number)
    sheet, name = meta.sheets[number], path.as_posix()
    if is_web_page(path):
        return (*_begin_tables(path, read_web_page(path), meta, number, known), ())
    if path.suffix.lower() in ENDINGS:
        return (*_begin_tables(path, read_workbook(path), meta, number, known), ())
    text, guessed = read_sheet_text(
        path,
        sheet.encoding,
        lambda cell: len(known.countries.find(cell)) == 1 or fold(cell) in HEADERS,
    )
    return (*_begin(name, text, meta, number, known), guessed)


def _begin_tables(
    path: Path, texts: Mapping[str, str], meta: Meta, number: int, known: Known
) -> tuple[SheetReader, Grid]:
    """Open the table that is named, or the only one with a header that is known."""
    name, chosen = path.as_posix(), meta.sheets[number].sheet
    if chosen is not None and chosen not in texts:
        expected = suggest("a visible sheet with cells", chosen, texts)
        where = meta.origin.at("sheets", number, "sheet")
        raise DataError([Problem(where, f"no sheet {quote(chosen)}", expected)])
    found: dict[str, tuple[SheetReader, Grid]] = {}
    problems: list[Problem] = []
    for title, text in texts.items():
        if chosen in (None, title):
            try:
                found[title] = _begin(f"{name}:{title}", text, meta, number, known)
            except DataError as error:
                problems += error.problems
    if len(found) > 1:
        names = ", ".join(map(quote, found))
        what, expected = f"tables in the sheets {names}", "'sheet: ...' in dataset.yml"
        raise DataError([Problem(f"{name}:1", what, expected)])
    if not found:
        raise DataError(problems)
    return next(iter(found.values()))


def _begin(
    name: str, text: str, meta: Meta, number: int, known: Known
) -> tuple[SheetReader, Grid]:
    """Return the rows of a sheet, and how they are to be read."""
    sheet = meta.sheets[number]
    named = {fold(w): own for w, own in sheet.organisations.items() if own != NONE}
    organisations = {**known.organisations, **named}
    read = partial(read_sheet_header, sheet=sheet, organisations=organisations)
    grid = read_grid(name, text, read)
    shape, problems = find_shape(grid.header, sheet, f"{name}:{grid.line}")
    problems += _missing_columns(meta, number, grid)
    problems += _unknown_ids(meta, number, known)
    if not sheet.basis and not any(c.startswith("basis_") for c in shape.columns):
        place = meta.origin.at("sheets", number)
        expected = "'basis: {...}', a text that says why its rows hold"
        problems.append(Problem(place, f"{quote(sheet.file)} has no basis", expected))
    if problems:
        raise DataError(problems)
    return SheetReader(name, sheet, shape, known), grid


def _check_file(path: Path, meta: Meta, number: int) -> None:
    if path.is_file():
        return
    files = [p.name for p in path.parent.iterdir() if p.suffix.lower() != ".yml"]
    what = f"no file {quote(path.name)}"
    expected = suggest("a file beside dataset.yml", path.name, files)
    raise DataError([Problem(meta.origin.at("sheets", number, "file"), what, expected)])


def _missing_columns(meta: Meta, number: int, grid: Grid) -> Iterator[Problem]:
    """Yield a problem for each column that dataset.yml names and the sheet lacks."""
    sheet, cells = meta.sheets[number], grid.header.cells
    keys = {fold(cell) for cell in cells}
    for role, column in sheet.columns.items():
        if fold(column) not in keys:
            where = meta.origin.at("sheets", number, "columns", role)
            expected = suggest(f"a column of {sheet.file}", column, cells)
            yield Problem(where, f"no column {quote(column)}", expected)


def _unknown_ids(meta: Meta, number: int, known: Known) -> Iterator[Problem]:
    """Yield a problem for each word that is mapped to an unknown id."""
    sheet = meta.sheets[number]
    for word, codes in sheet.countries.items():
        for code in codes:
            if code != NONE and code not in known.countries.register:
                where = meta.origin.at("sheets", number, "countries", word)
                expected = suggest(
                    "'none' or codes of three letters", code, known.countries.register
                )
                yield Problem(where, f"unknown code '{code}'", expected)
    for name, model, mapped, ids in (
        ("statuses", "Status", sheet.statuses, known.statuses),
        ("organisations", "Organisation", sheet.organisations, known.organisations),
    ):
        there = {NONE, *ids.values()}
        for word, own in mapped.items():
            if own not in there and known.unread.isdisjoint((own, model)):
                where = meta.origin.at("sheets", number, name, word)
                expected = suggest(f"'{NONE}' or one of {name}.yml", own, there)
                yield Problem(where, f"unknown id '{own}'", expected)


def _bounded(
    job: SheetReader, found: Iterable[FoundMembership]
) -> Iterator[FoundMembership]:
    """Yield memberships; refuse hundreds of one country in one organisation."""
    counts: Counter[tuple[str, str]] = Counter()
    for term in found:
        whose = term.code, term.organisation
        counts[whose] += 1
        if counts[whose] <= MOST_PERIODS:
            yield term
        else:
            what = f"{term.code} has more than {MOST_PERIODS} periods in "
            expected = "a row for each membership"
            job.wrong.add(term.row.line, f"{what}{term.organisation}", expected)


def _items(
    found: Iterable[FoundMembership], job: SheetReader, meta: Meta, number: int
) -> Iterator[Item]:
    """Yield the fields of memberships; those of the sheet lie in ``dataset.yml``."""
    sheet = job.sheet
    places = {
        name: meta.origin.at("sheets", number, name)
        for name in ("organisation", "status", "certainty", "sources", "basis")
    }
    columns = job.shape.columns
    texts = {c.removeprefix("basis_"): n for c, n in columns.items() if "_" in c}
    for term in found:
        cells = term.row.cells
        own: dict[str, Any] = {
            name: cells[columns[name]]
            for name in ("certainty", "sources", "claims")
            if name in columns and cells[columns[name]]
        }
        if cited := job.cited.get(fold(own.get("sources", ""))):
            own["sources"] = " ".join(cited)
        basis = {lang: cells[n] for lang, n in texts.items() if cells[n]}
        fields = {
            "organisation": term.organisation,
            "code": term.code,
            "status": term.status,
            "start": term.start,
            **({"end": term.end} if term.end else {}),
            "certainty": sheet.certainty
            or job.known.certainty(words(own.get("sources", sheet.sources))),
            "sources": sheet.sources,
            "basis": sheet.basis | basis,
            **own,
        }
        given = _given(term, own, basis, job)
        elsewhere: dict[Loc, str] = {
            (n,): place for n, place in places.items() if n not in given
        }
        yield Item(Origin(job.path, term.row.line, elsewhere=elsewhere), fields)


def _given(
    term: FoundMembership, own: dict[str, Any], basis: dict[str, str], job: SheetReader
) -> Sequence[str]:
    """Return the fields that stand in the row itself."""
    given = [*own, *(["basis"] if basis else [])]
    if term.organisation != (job.sheet.organisation or job.known.organisation):
        given.append("organisation")
    if term.status != job.sheet.status:
        given.append("status")
    return given
