"""Dates of sheets -> EDTF texts; an end is the first day after the period."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from csto_atlas.events.dates import Interval, parse
from csto_atlas.events.sheets.fold import LONGEST, plain_digits, quote, word_of
from csto_atlas.events.sheets.months import read_month_in_words
from csto_atlas.events.sheets.words import STILL

Order = Literal["day-first", "month-first"]
EXPECTED = (
    "a year, a date such as 1949-08-24 or 24.08.1949, or an EDTF date such as 1949-08~"
)
_SPLIT = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})")
_MIDNIGHT = re.compile(r"[T ]00:00(:00(\.0+)?)?(Z|\+00:00)?$")
_PLAIN = re.compile(r"(\d{4})(?:-(\d\d))?([?~%]?)", re.ASCII)
_YEARS = re.compile(r"(\d{4}[?~]?)\s*(?:[-–—/]|\bto\b|\buntil\b)\s*(.*)", re.IGNORECASE)


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


def find_order(cells: Iterable[str]) -> tuple[Order | None, str]:
    """Return the order of day and month in some dates, and an undecided cell.

    A number above 12 decides. The second is a cell that is not decided, if there is
    one; an order that two cells contradict is no order.

    Examples
    --------
    >>> find_order(["04/03/1949", "24/08/1949"]), find_order(["04/03/1949"])
    (('day-first', ''), (None, '04/03/1949'))
    """
    doubtful, orders = "", set[Order]()
    for cell in cells:
        if match := _SPLIT.fullmatch(_cleaned(cell)):
            first, second = int(match[1]), int(match[3])
            if first > 12:
                orders.add("day-first")
            elif second > 12:
                orders.add("month-first")
            if first != second:
                doubtful = doubtful or cell
    if len(orders) == 1:
        return orders.pop(), ""
    return None, doubtful


def read_date(text: str, order: Order | None) -> str:
    """Return a date as EDTF.

    Raises
    ------
    ValueError
        If it is no date, or not in the calendar.
    """
    plain = _cleaned(text)
    if len(plain) > LONGEST:
        raise ValueError(f"bad date {quote(text)}; expected {EXPECTED}")
    if match := _SPLIT.fullmatch(plain):
        first, second = match[1], match[3]
        day, month = (second, first) if order == "month-first" else (first, second)
        plain = f"{match[4]}-{month:>02}-{day:>02}"
    elif match := _YEAR_FIRST.fullmatch(plain):
        plain = f"{match[1]}-{match[2]:>02}-{match[3]:>02}"
    else:
        plain = read_month_in_words(plain) or plain
    if not _is_date(plain):
        raise ValueError(f"bad date {quote(text)}; expected {EXPECTED}")
    return plain


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


def read_periods(text: str, order: Order | None, ends: str) -> list[Span]:
    """Return the spans of a cell such as ``1949–1966, 2009–present`` or ``1949``.

    Parameters
    ----------
    text : str
    order : Order or None
        Of day and month in dates of digits.
    ends : str
        What an end names, as in `read_end`.

    Raises
    ------
    ValueError
        If a part of it is no span of years, and no date.
    """
    spans = []
    for part in re.split("[,;،؛]", plain_digits(text)):
        cell = part.strip()
        match = _YEARS.fullmatch(cell)
        if match and ("/" in cell or not _is_date(cell)):
            start = read_date(match[1], order)
            spans.append(Span(start, read_end(match[2], order, ends)))
        else:
            spans.append(Span(read_date(cell, order), None))
    return spans


def _cleaned(text: str) -> str:
    return _MIDNIGHT.sub("", plain_digits(text.strip()))


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
