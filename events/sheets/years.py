"""Tables of members year by year -> memberships."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from csto_atlas.events.files.delimited import TextRow
from csto_atlas.events.sheets.job import NONE, FoundMembership, SheetReader
from csto_atlas.events.spelling.fold import plain_digits, quote


class _State(NamedTuple):
    status: str
    row: TextRow


States = dict[tuple[str, str], dict[int, _State]]


def from_wide(
    job: SheetReader, rows: Iterable[tuple[TextRow, str]]
) -> Iterator[FoundMembership]:
    """Yield the memberships of a table with one column for each year."""
    states: States = {}
    years = {n: int(year) for n, year in job.shape.many.items()}
    first = 0
    for row, code in rows:
        first = first or row.line
        organisation = job.organisation(row)
        for n, year in years.items():
            status = job.status(row, row.cells[n], blank_is_none=True)
            _note(job, states, (code, organisation), year, status, row)
    yield from _terms(job, states, set(years.values()), first)


def from_states(
    job: SheetReader, rows: Iterable[tuple[TextRow, str]]
) -> Iterator[FoundMembership]:
    """Yield the memberships of a table with one row for each country and year."""
    states: States = {}
    years: dict[str, set[int]] = {}
    first = 0
    for row, code in rows:
        first = first or row.line
        year = _year(job, row)
        for organisation, status in _statuses(job, row):
            if year is not None:
                years.setdefault(code, set()).add(year)
                _note(job, states, (code, organisation), year, status, row)
    is_clear = job.shape.year_is_named or job.shape.many or not first
    if not is_clear and all(len(own) < 2 for own in years.values()):
        what = "every country has one year only"
        expected = (
            "in dataset.yml 'columns: {start: ...}' if it is the year of joining, "
            "'columns: {year: ...}' if it is a year of membership"
        )
        job.wrong.add(first, what, expected)
        return
    yield from _terms(job, states, set().union(*years.values()), first)


def _statuses(
    job: SheetReader, row: TextRow
) -> Iterator[tuple[str | None, str | None]]:
    """Yield the organisations and statuses of a country in one year."""
    for n, organisation in job.shape.many.items():
        yield organisation, job.status(row, row.cells[n], blank_is_none=True)
    if not job.shape.many:
        has_status = "status" in job.shape.columns
        text = job.cell(row, "status")
        yield job.organisation(row), job.status(row, text, blank_is_none=has_status)


def _year(job: SheetReader, row: TextRow) -> int | None:
    text = plain_digits(job.cell(row, "year"))
    if re.fullmatch(r"[1-9]\d{3}", text):
        return int(text)
    job.wrong.add(row.line, f"bad year {quote(text)}", "a year such as 1949")
    return None


def _note(
    job: SheetReader,
    states: States,
    whose: tuple[str, str | None],
    year: int,
    status: str | None,
    row: TextRow,
) -> None:
    """Add one status of one year; one that could not be read is dropped."""
    code, organisation = whose
    if status is None or organisation is None:
        job.lose(row)
        return
    if NONE in (status, organisation):
        return
    own = states.setdefault((code, organisation), {})
    former = own.setdefault(year, _State(status, row))
    if former.status != status:
        what = f"{code} is '{status}' in {year}, and '{former.status}' on line "
        expected = "one status in a year, or a row for each with its dates"
        job.wrong.add(row.line, f"{what}{former.row.line}", expected)


def _terms(
    job: SheetReader, states: States, years: set[int], line: int
) -> Iterator[FoundMembership]:
    """Join consecutive years with one status."""
    missing = [(a + 1, b - 1) for a, b in pairwise(sorted(years)) if b > a + 1]
    for begin, stop in missing:
        span = f"{begin}" if begin == stop else f"{begin} to {stop}"
        what = f"the sheet says nothing of {span}"
        job.wrong.add(line, what, "every year, or a row for each membership")
    last = max(years, default=0)
    for (code, organisation), own in states.items():
        for run in _runs(own):
            end: str | None = str(run[-1] + 1)
            if run[-1] == last and _goes_on(job, own[last].row, last):
                end = None
            status, row = own[run[0]]
            yield FoundMembership(row, code, organisation, status, str(run[0]), end)


def _runs(states: dict[int, _State]) -> Iterator[list[int]]:
    """Yield the years of each run with one status."""
    run: list[int] = []
    for year in sorted(states):
        if run and (
            year > run[-1] + 1 or states[year].status != states[run[-1]].status
        ):
            yield run
            run = []
        run.append(year)
    if run:
        yield run


def _goes_on(job: SheetReader, row: TextRow, last: int) -> bool:
    """Return whether a membership in the sheet's last year continues after it."""
    if last >= job.known.as_of.year:
        return True
    if job.sheet.after is None:
        what = f"the sheet stops at {last}, and the data set speaks of "
        expected = (
            "in dataset.yml 'after: open' if memberships went on, 'after: closed' if "
            "they ended with the sheet"
        )
        job.wrong.add(row.line, f"{what}{job.known.as_of.year}", expected)
    return job.sheet.after == "open"
