"""Dates of sheets -> EDTF texts; an end is the first day after the period."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Literal

from csto_atlas.events.dates import Interval, parse
from csto_atlas.events.sheets.fold import LONGEST, plain_digits, quote, word_of
from csto_atlas.events.sheets.months import read_month_in_words
from csto_atlas.events.sheets.words import STILL

Order = Literal["day-first", "month-first"]
ShortPeriods = Literal["years", "months", "doubt"]
EXPECTED = (
    "a year, a date such as 1949-08-24 or 24.08.1949, or an EDTF date such as 1949-08~"
)
_SPLIT = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")
_SHORT = re.compile(r"\d{1,2}([/.-])\d{1,2}\1\d\d")
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})")
_MIDNIGHT = re.compile(r"[T ]00:00(:00(\.0+)?)?(Z|\+00:00)?$")
# An hour of a clock on the wall; full hours late in the day come from time zones.
_HOUR = re.compile(r"(?<=\d)(?:T|,? )(?!(?:19|2[0-3]):00)\d{1,2}:\d\d(?::\d\d)?$")
_ZONE = re.compile(r"\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$")
_YEAR_WORD = re.compile(r"(?<=\d)\s*(?:г\.?|год|года|гг\.?|م\.?|ميلادية?|A\.?D\.?|CE)$")
_REMARK = re.compile(r"(?<=\d)\s+\([^()\d]*\)$")
_ABOUT = re.compile(r"(?:ca?\.|circa|about|около|ок\.|نحو|حوالي|vers|env\.) *(\d{4})")
_PLAIN = re.compile(r"(\d{4})(?:-(\d\d))?([?~%]?)", re.ASCII)
_YEARS = re.compile(
    r"(\d{4}[?~]?)\s*(?:[-–—/]|\bto\b|\buntil\b|\bпо\b|\bà\b|\bإلى\b|\bحتى\b)\s*(.*)",
    re.IGNORECASE,
)
_SHORT_SPAN = re.compile(r"(\d\d)(\d\d)\s*([-–—])\s*(\d\d)")
_EPOCH = date(1899, 12, 30)
"""Day 0 of spreadsheets, as they count the days after February 1900."""


@dataclass(frozen=True)
class Span:
    """A start and an end as EDTF texts; the end is the first day without, or None."""

    start: str
    end: str | None


def is_still(text: str) -> bool:
    """Return whether an end says that the membership continues.

    Examples
    --------
    >>> is_still(""), is_still("9999"), is_still("н.в."), is_still("2004")
    (True, True, True, False)
    """
    return word_of(_MIDNIGHT.sub("", text)) in STILL


def find_order(cells: Iterable[str]) -> tuple[Order | None, tuple[str, ...]]:
    """Return the order of day and month in some dates, and what leaves it in doubt.

    A number above 12 decides. The second is empty if one order is shown, or none is
    needed; it has one cell that may be two dates where no other shows which, and the
    first cell of each order where two are shown.

    Examples
    --------
    >>> find_order(["04/03/1949", "24/08/1949"]), find_order(["04/03/1949"])
    (('day-first', ()), (None, ('04/03/1949',)))
    >>> find_order(["24/08/1949", "02/18/1952"])
    (None, ('24/08/1949', '02/18/1952'))
    """
    doubtful: tuple[str, ...] = ()
    shown: dict[Order, str] = {}
    for cell in cells:
        if match := _SPLIT.fullmatch(clean(cell)):
            first, second = int(match[1]), int(match[3])
            if first > 12:
                shown.setdefault("day-first", cell)
            elif second > 12:
                shown.setdefault("month-first", cell)
            elif first != second:
                doubtful = doubtful or (cell,)
    if len(shown) == 1:
        return next(iter(shown)), ()
    return None, tuple(shown.values()) or doubtful


def read_date(text: str, order: Order | None) -> str:
    """Return a date as EDTF.

    Parameters
    ----------
    text : str
        A cell: digits of any alphabet, months in words, with marks of footnotes, a
        clock time, or a remark in brackets that has no figure.
    order : Order or None
        Of day and month in dates of digits.

    Raises
    ------
    ValueError
        If it is no date, or not in the calendar.
    """
    plain = clean(text)
    try:
        if len(plain) > LONGEST:
            raise ValueError
        found = _read_digits(plain, order) or read_month_in_words(plain) or plain
    except ValueError as error:
        raise ValueError(_complain(text, str(error))) from None
    if not _is_date(found):
        raise ValueError(_complain(text, _guess(plain)))
    return found


def _read_digits(plain: str, order: Order | None) -> str | None:
    """Return a date of digits as EDTF; None if it is none."""
    if match := _SPLIT.fullmatch(plain):
        first, second = match[1], match[3]
        day, month = (second, first) if order == "month-first" else (first, second)
        return f"{match[4]}-{month:>02}-{day:>02}"
    if match := _YEAR_FIRST.fullmatch(plain):
        return f"{match[1]}-{match[2]:>02}-{match[3]:>02}"
    if match := _ABOUT.fullmatch(plain):
        return f"{match[1]}~"
    return None


def _complain(text: str, guess: str) -> str:
    more = f" ({guess})" if guess else ""
    return f"bad date {quote(text)}{more}; expected {EXPECTED}"


def _guess(plain: str) -> str:
    """Say what a cell may be that is no date; an empty text if nothing is likely."""
    if _SHORT.fullmatch(plain):
        return "its year has two digits, which two centuries have"
    if re.fullmatch(r"[1-9]\d{4}", plain, re.ASCII):
        day = _EPOCH + timedelta(days=int(plain))
        return f"day {plain} of a spreadsheet is {day}"
    if _ZONE.search(plain):
        return "an hour that a time zone may have moved to another day"
    return ""


def after(text: str) -> str | None:
    """Return the first day, month or year after an EDTF date, as EDTF; None for none.

    Examples
    --------
    >>> after("1999"), after("1999-12~"), after("1999-04-30"), after("1996-23")
    ('2000', '2000-01~', '1999-05-01', '1996-12')
    """
    interval = parse(text)
    if interval.end is None:
        return None
    if match := _PLAIN.fullmatch(text):
        return f"{interval.end.isoformat()[: 7 if match[2] else 4]}{match[3]}"
    return f"{interval.end}{_mark(interval)}"


def read_end(text: str, order: Order | None, ends: str) -> str | None:
    """Return the first day after a membership; None if it continues.

    Parameters
    ----------
    text
        What a sheet says.
    order
        How its days and months stand.
    ends
        ``last`` if the text names the last time when it held, ``left`` if it names
        the first when it did not.

    Raises
    ------
    ValueError
        If it is no date.
    """
    if is_still(text):
        return None
    date = read_date(text, order)
    return date if ends == "left" else after(date)


def read_periods(
    text: str, order: Order | None, ends: str, *, short: ShortPeriods = "months"
) -> list[Span]:
    """Return the spans of a cell such as ``1949–1966, 2009–present`` or ``1949``.

    Parameters
    ----------
    text : str
    order : Order or None
        Of day and month in dates of digits.
    ends : str
        What an end names, as in `read_end`.
    short : ShortPeriods
        What ``1999-04`` is: a month, a span of years, or in doubt.

    Raises
    ------
    ValueError
        If a part of it is no span of years, and no date, or may be either.
    """
    spans = []
    for part in re.split("[,;،؛]", plain_digits(text)):
        cell = _write_out(part.strip(), short)
        match = _YEARS.fullmatch(cell)
        if match and ("/" in cell or not _is_date(cell)):
            start = read_date(match[1], order)
            spans.append(Span(start, read_end(match[2], order, ends)))
        else:
            spans.append(Span(read_date(cell, order), None))
    return spans


def is_span(text: str) -> bool:
    """Return whether a cell has a span of years, and not only a date.

    Examples
    --------
    >>> is_span("1949–1966"), is_span("1949-66"), is_span("1999-04"), is_span("1949")
    (True, True, False, False)
    """
    plain = plain_digits(text.strip())
    match = _SHORT_SPAN.fullmatch(plain)
    return bool(match or _YEARS.fullmatch(plain)) and not _is_date(plain)


def _write_out(cell: str, short: ShortPeriods) -> str:
    """Return ``1949-66`` as ``1949–1966``; leave what is a month.

    Raises
    ------
    ValueError
        If the cell may be a month or a span.
    """
    match = _SHORT_SPAN.fullmatch(cell)
    if not match or (short == "months" and _is_date(cell)):
        return cell
    century, first, sign, last = match.groups()
    century = str(int(century) + 1) if last < first else century
    if short == "doubt" and sign == "-" and _is_date(cell):
        what = f"{quote(cell)} may be a month or the years to {century}{last}"
        raise ValueError(
            f"{what}; expected years with four digits, or in dataset.yml "
            "'periods: years' or 'periods: months'"
        )
    return f"{match[1]}{first}–{century}{last}"


def clean(text: str) -> str:
    """Return a date without what stands around it.

    Examples
    --------
    >>> clean("24.08.1949 г."), clean("1949-08-24 10:30"), clean("1949 (founder)")
    ('24.08.1949', '1949-08-24', '1949')
    """
    plain = _MIDNIGHT.sub("", plain_digits(text.strip()))
    for pattern in (_REMARK, _HOUR, _YEAR_WORD):
        plain = pattern.sub("", plain)
    return plain_digits(plain)


@cache
def _is_date(text: str) -> bool:
    try:
        return parse(text).text == text
    except ValueError:
        return False


def _mark(interval: Interval) -> str:
    if interval.approximate:
        return "%" if interval.uncertain else "~"
    return "?" if interval.uncertain else ""
