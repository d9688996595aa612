"""Tables with dates: a membership is a row, or a cell under an organisation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from csto_atlas.events.errors import DataError, Problem
from csto_atlas.events.files.delimited import TextRow
from csto_atlas.events.sheets.job import NONE, FoundMembership, SheetReader
from csto_atlas.events.sheets.spans import (
    ShortPeriods,
    Span,
    is_span,
    read_end,
    read_periods,
)
from csto_atlas.events.sheets.words import NO
from csto_atlas.events.spelling.fold import quote, word_of
from csto_atlas.events.spelling.written_dates import Order, find_order, read_date


def order_of(job: SheetReader, rows: Iterable[TextRow]) -> Order | None:
    """Return the order of day and month in the dates of a sheet.

    Raises
    ------
    DataError
        If dates such as 04/03/1949 stand there, and nothing shows how they are meant.
    """
    if job.sheet.dates:
        return job.sheet.dates
    cells = {cell: row.line for row in rows for cell in job.times(row)}
    order, doubtful = find_order(cells)
    if not doubtful:
        return order
    where = f"{job.path}:{cells[doubtful[0]]}"
    what = f"{quote(doubtful[0])} may be two dates, and no other shows which"
    if len(doubtful) > 1:
        one, other = (f"{quote(cell)} (line {cells[cell]})" for cell in doubtful)
        what = f"{one} has the day first, {other} the month"
    expected = "dates such as 1949-03-04, or in dataset.yml 'dates: day-first'"
    raise DataError([Problem(where, what, f"{expected} or 'dates: month-first'")])


def short_periods(job: SheetReader, rows: Iterable[TextRow]) -> ShortPeriods:
    """Return what ``1999-04`` is in the periods of a sheet: a month, or to 2004.

    It is in doubt in a column of periods, and where other cells are spans of years.
    """
    if job.sheet.periods:
        return job.sheet.periods
    is_span_column = "period" in job.shape.columns or any(
        is_span(cell) for row in rows for cell in job.times(row)
    )
    return "doubt" if is_span_column else "months"


def from_terms(
    job: SheetReader, rows: Iterable[tuple[TextRow, str]]
) -> Iterator[FoundMembership]:
    """Yield the memberships of a table with one row for each."""
    for row, code in rows:
        organisation = job.organisation(row)
        status = job.status(row, job.cell(row, "status"), blank_is_none=False)
        if NONE in (organisation, status):
            continue
        spans = _spans(job, row)
        if organisation is None or status is None or spans is None:
            job.lose(row)
            continue
        for span in spans:
            yield FoundMembership(row, code, organisation, status, span.start, span.end)


def from_organisations(
    job: SheetReader, rows: Iterable[tuple[TextRow, str]]
) -> Iterator[FoundMembership]:
    """Yield the memberships of a table with one column for each organisation."""
    for row, code in rows:
        status = job.status(row, job.cell(row, "status"), blank_is_none=False)
        for n, organisation in job.shape.many.items():
            if word_of(row.cells[n]) in NO or status == NONE:
                continue
            spans = _read(job, row, row.cells[n])
            if spans is None or status is None:
                job.lose(row)
                continue
            for span in spans:
                yield FoundMembership(
                    row, code, organisation, status, span.start, span.end
                )


def _spans(job: SheetReader, row: TextRow) -> list[Span] | None:
    """Return the spans of a row; None if they could not be read."""
    if "start" not in job.shape.columns:
        return _read(job, row, job.cell(row, "period"))
    start: str | None = None
    end: str | None = None
    known = True
    try:
        start = read_date(job.cell(row, "start"), job.order)
    except ValueError as error:
        _complain(job, row, error, "start")
    try:
        end = read_end(job.cell(row, "end"), job.order, job.shape.ends)
    except ValueError as error:
        known = False
        _complain(job, row, error, "end")
    return [Span(start, end)] if start is not None and known else None


def _read(job: SheetReader, row: TextRow, text: str) -> list[Span] | None:
    try:
        return read_periods(text, job.order, job.shape.ends, short=job.short_periods)
    except ValueError as error:
        _complain(job, row, error, "dates")
    return None


def _complain(job: SheetReader, row: TextRow, error: ValueError, name: str) -> None:
    what, _, expected = str(error).partition("; expected ")
    if what == "bad date ''":
        what = f"a row without {name}"
    job.wrong.add(row.line, what, expected)
