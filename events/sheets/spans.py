"""Dates of sheets -> EDTF texts; an end is the first day after the period."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from csto_atlas.events.dates import Interval, parse
from csto_atlas.events.sheets.words import STILL
from csto_atlas.events.spelling.fold import plain_digits, quote, word_of
from csto_atlas.events.spelling.written_dates import (
    MIDNIGHT,
    Order,
    is_date,
    read_date,
)

ShortPeriods = Literal["years", "months", "doubt"]
_PLAIN = re.compile(r"(\d{4})(?:-(\d\d))?([?~%]?)", re.ASCII)
_YEARS = re.compile(
    r"(\d{4}[?~]?)\s*(?:[-–—/]|\bto\b|\buntil\b|\bпо\b|\bà\b|\bإلى\b|\bحتى\b)\s*(.*)",
    re.IGNORECASE,
)
_SHORT_SPAN = re.compile(r"(\d\d)(\d\d)\s*([-–—])\s*(\d\d)")


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
    return word_of(MIDNIGHT.sub("", text)) in STILL


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
        if match and ("/" in cell or not is_date(cell)):
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
    return bool(match or _YEARS.fullmatch(plain)) and not is_date(plain)


def _write_out(cell: str, short: ShortPeriods) -> str:
    """Return ``1949-66`` as ``1949–1966``; leave what is a month.

    Raises
    ------
    ValueError
        If the cell may be a month or a span.
    """
    match = _SHORT_SPAN.fullmatch(cell)
    if not match or (short == "months" and is_date(cell)):
        return cell
    century, first, sign, last = match.groups()
    century = str(int(century) + 1) if last < first else century
    if short == "doubt" and sign == "-" and is_date(cell):
        what = f"{quote(cell)} may be a month or the years to {century}{last}"
        raise ValueError(
            f"{what}; expected years with four digits, or in dataset.yml "
            "'periods: years' or 'periods: months'"
        )
    return f"{match[1]}{first}–{century}{last}"


def _mark(interval: Interval) -> str:
    if interval.approximate:
        return "%" if interval.uncertain else "~"
    return "?" if interval.uncertain else ""
