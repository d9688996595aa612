"""EDTF texts as half-open intervals of days.

The plain forms (``1992``, ``1992-05``, ``1992-05-15``, each with ``?``, ``~`` or
``%``, and two of them joined by ``/``) are read here, because the grammar of the
``edtf`` library takes milliseconds for each date; the rest is left to the library.
"""

import re
from contextlib import redirect_stdout
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from io import StringIO
from time import struct_time

from edtf import EDTFParseException, OneOfASet, parse_edtf

EXPECTED = "an EDTF date such as 1992-05-15, 2021-07, 1996-23/1998-22 or 2021-08-15~"
_PLAIN = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?([?~%])?", re.ASCII)
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Interval:
    """The days from `start` up to, but not including, `end`; None is an open end.

    Raises
    ------
    ValueError
        If the interval holds no day.
    """

    start: date
    end: date | None
    approximate: bool
    uncertain: bool
    text: str

    def __post_init__(self) -> None:
        """Refuse an empty interval."""
        if self.end is not None and self.end <= self.start:
            raise ValueError(
                f"'{self.text}' ends before it begins; "
                f"expected an end after {self.start}"
            )


@cache
def parse(text: str) -> Interval:
    """Return the days that an EDTF text covers.

    An open end (``1991/..``) has no end; so has an unknown one (``1991/``), which is
    also uncertain. A set covers everything from its first day to its last; one date
    out of a set (``[a,b]``) is uncertain. Seasons without a hemisphere are those of
    the library: 21 spring, March to May; 22 summer, June to August; 23 autumn,
    September to November; 24 winter, December only.

    Raises
    ------
    ValueError
        If the text is not EDTF, is beyond the calendar, or ends before it begins.

    Examples
    --------
    >>> parse("1992-05-15")
    Interval(start=datetime.date(1992, 5, 15), end=datetime.date(1992, 5, 16), \
approximate=False, uncertain=False, text='1992-05-15')
    >>> parse("2021-08~").end, parse("2021-08~").approximate
    (datetime.date(2021, 9, 1), True)
    >>> parse("1996-23/1998-22").start.isoformat(), parse("1996-23/1998-22").end
    ('1996-09-01', datetime.date(1998, 9, 1))
    >>> parse("1991/..").end is None
    True
    >>> parse("15 May 1992")
    Traceback (most recent call last):
    ...
    ValueError: bad date '15 May 1992'; expected an EDTF date such as \
1992-05-15, 2021-07, 1996-23/1998-22 or 2021-08-15~
    """
    if "/" in text and text[0] not in "[{":
        return _from_ends(text)
    return _from_plain(text) or _from_library(text)


def contains(interval: Interval, day: date) -> bool:
    """Return whether the day lies in the interval.

    Examples
    --------
    >>> term = period("2006-06-23", "2012-06-28")
    >>> contains(term, date(2012, 6, 27)), contains(term, date(2012, 6, 28))
    (True, False)
    """
    return interval.start <= day and (interval.end is None or day < interval.end)


def is_open(interval: Interval) -> bool:
    """Return whether an interval has no first day: only its end is known.

    Examples
    --------
    >>> is_open(parse("[..1992-05-15]")), is_open(parse("../1992")), \
is_open(parse("1992"))
    (True, True, False)
    """
    return interval.start == date.min


def overlaps(one: Interval, other: Interval) -> bool:
    """Return whether the two intervals share a day.

    Examples
    --------
    >>> overlaps(parse("1992"), parse("1992-12/1993-01")), \
overlaps(parse("1992"), parse("1993"))
    (True, False)
    """
    return (one.end is None or other.start < one.end) and (
        other.end is None or one.start < other.end
    )


def period(start: str, end: str = "") -> Interval:
    """Return the days from the first day of `start` to before the first of `end`.

    So a status that ends on the day the next one begins leaves no day between them.
    An empty end is an open one. An open start (``[..1992-05-15]``) leaves the period
    open to the past.

    Examples
    --------
    >>> period("1994-04-20", "1999-04-20").end
    datetime.date(1999, 4, 20)
    >>> period("2006-06-23~").text, period("2006-06-23~").approximate
    ('2006-06-23~/..', True)
    """
    first = parse(start)
    last = parse(end) if end else None
    return Interval(
        start=first.start,
        end=last.start if last else None,
        approximate=first.approximate or (last is not None and last.approximate),
        uncertain=first.uncertain or (last is not None and last.uncertain),
        text=f"{start}/{end or '..'}",
    )


def last_held(end: Interval) -> Interval:
    """Return the last date on which something held that was over from `end` on.

    It is as exact as the end: the day, the month or the year before it; the day before
    the first day of an end of another kind.

    Examples
    --------
    >>> [last_held(parse(end)).text for end in ("2022-01-20", "1994-05~", "2003")]
    ['2022-01-19', '1994-04~', '2002']
    >>> last_held(parse("1996-23/1998-22")).text
    '1996-08-31'
    """
    before = end.start - DAY
    match = _PLAIN.fullmatch(end.text)
    parts = sum(part is not None for part in match.groups()[:3]) if match else 3
    text = "-".join(before.isoformat().split("-")[:parts])
    return parse(text + ((match[4] or "") if match else ""))


def _from_plain(text: str) -> Interval | None:
    """Read a year, month or day; None if it is not one, or not in the calendar."""
    match = _PLAIN.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups()[:3])
    mark = match[4] or ""
    try:
        start = date(year or 0, month or 1, day or 1)
        end = start + DAY if day else _next_month(start) if month else _next_year(start)
    except (ValueError, OverflowError):
        return None
    return Interval(start, end, mark in ("~", "%"), mark in ("?", "%"), text)


def _next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _next_year(day: date) -> date:
    return date(day.year + 1, 1, 1)


def _from_ends(text: str) -> Interval:
    """Read ``start/end``, where ``..`` is an open and nothing an unknown end."""
    texts = text.split("/")
    if len(texts) > 2 or all(part in ("", "..") for part in texts):
        raise ValueError(_bad(text))
    start, end = (None if part in ("", "..") else parse(part) for part in texts)
    ends = [part for part in (start, end) if part]
    return Interval(
        start=start.start if start else date.min,
        end=end.end if end else None,
        approximate=any(part.approximate for part in ends),
        uncertain=any(part.uncertain for part in ends) or "" in texts,
        text=text,
    )


def _from_library(text: str) -> Interval:
    """Read the rarer forms: seasons, sets, unspecified digits.

    On some wrong dates (``1999-1XX``) edtf 5.0.2 fails in its own code and prints.
    """
    try:
        with redirect_stdout(StringIO()):
            found = parse_edtf(text)
        start = _first_day(found.lower_strict())
        end = _day_after(found.upper_strict())
    except (EDTFParseException, ValueError, OverflowError, AttributeError, TypeError):
        raise ValueError(_bad(text)) from None
    parts = [found, *getattr(found, "objects", ())]
    both = any(part.is_uncertain_and_approximate for part in parts)
    return Interval(
        start=start,
        end=end,
        approximate=both or any(part.is_approximate for part in parts),
        uncertain=both
        or any(part.is_uncertain for part in parts)
        or isinstance(found, OneOfASet),
        text=text,
    )


def _first_day(lower: struct_time | float) -> date:
    """Turn the library's lower bound into a day; an open one is minus infinity."""
    return date.min if isinstance(lower, float) else date(*lower[:3])


def _day_after(upper: struct_time | float) -> date | None:
    """Turn the library's upper bound, the last day, into the day after it."""
    return None if isinstance(upper, float) else date(*upper[:3]) + DAY


def _bad(text: str) -> str:
    return f"bad date '{text}'; expected {EXPECTED}"
