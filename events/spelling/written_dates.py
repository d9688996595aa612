"""Dates as people write them -> EDTF texts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from typing import Literal

from csto_atlas.events.dates import parse
from csto_atlas.events.spelling.fold import LONGEST, plain_digits, quote
from csto_atlas.events.spelling.months import read_month_in_words

Order = Literal["day-first", "month-first"]
EXPECTED = (
    "a year, a date such as 1949-08-24 or 24.08.1949, or an EDTF date such as 1949-08~"
)
_SPLIT = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")
_SHORT = re.compile(r"\d{1,2}([/.-])\d{1,2}\1\d\d")
_YEAR_FIRST = re.compile(r"(\d{4})([/.-])(\d{1,2})\2(\d{1,2})")
MIDNIGHT = re.compile(r"[T ]00:00(:00(\.0+)?)?(Z|\+00:00)?$")
# An hour of a clock on the wall; full hours late in the day come from time zones.
_HOUR = re.compile(r"(?<=\d)(?:T|,? )(?!(?:19|2[0-3]):00)\d{1,2}:\d\d(?::\d\d)?$")
_ZONE = re.compile(r"\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$")
_YEAR_WORD = re.compile(r"(?<=\d)\s*(?:г\.?|год|года|гг\.?|م\.?|ميلادية?|A\.?D\.?|CE)$")
_REMARK = re.compile(r"(?<=\d)\s+\([^()\d]*\)$")
_ABOUT = re.compile(r"(?:ca?\.|circa|about|около|ок\.|نحو|حوالي|vers|env\.) *(\d{4})")
_EPOCH = date(1899, 12, 30)
"""Day 0 of spreadsheets, as they count the days after February 1900."""


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
    if not is_date(found):
        raise ValueError(_complain(text, _guess(plain)))
    return found


def _read_digits(plain: str, order: Order | None) -> str | None:
    """Return a date of digits as EDTF; None if it is none."""
    if match := _SPLIT.fullmatch(plain):
        first, second = match[1], match[3]
        day, month = (second, first) if order == "month-first" else (first, second)
        return f"{match[4]}-{month:>02}-{day:>02}"
    if match := _YEAR_FIRST.fullmatch(plain):
        return f"{match[1]}-{match[3]:>02}-{match[4]:>02}"
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


def clean(text: str) -> str:
    """Return a date without what stands around it.

    Examples
    --------
    >>> clean("24.08.1949 г."), clean("1949-08-24 10:30"), clean("1949 (founder)")
    ('24.08.1949', '1949-08-24', '1949')
    """
    plain = MIDNIGHT.sub("", plain_digits(text.strip()))
    for pattern in (_REMARK, _HOUR, _YEAR_WORD):
        plain = pattern.sub("", plain)
    return plain_digits(plain)


@cache
def is_date(text: str) -> bool:
    """Return whether a text is a date of EDTF, written as EDTF writes it."""
    try:
        return parse(text).text == text
    except ValueError:
        return False
