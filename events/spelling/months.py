"""Dates with the month in words, in English, Arabic, Russian and French.

The names are those of CLDR (by way of Babel), for Arabic also those of the Levant and
of the Maghreb.
"""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

from csto_atlas.events.spelling.fold import fold

_LOCALES = ("en", "ar", "ar_SY", "ar_DZ", "ru", "fr")
_NAME = r"[^\W\d_]+(?: [^\W\d_]+)?"  # some Arabic names have two words
_MONTH = rf"({_NAME})\.?(?:\s*[/(–-]\s*({_NAME})\)?)?"
_GAP = r"[\s,./–-]+"
_DAY = r"(\d{1,2})(?:st|nd|rd|th|er|-е)?\.?"
_FORMS = (  # with the groups of day, month, its second name, and year
    (re.compile(rf"(?:{_DAY}{_GAP}(?:de |of )?)?{_MONTH}{_GAP}(\d+)"), (1, 2, 3, 4)),
    (re.compile(rf"{_MONTH}{_GAP}{_DAY}{_GAP}(\d+)"), (3, 1, 2, 4)),
    (re.compile(rf"(\d{{4}}){_GAP}{_MONTH}(?:{_GAP}{_DAY})?"), (4, 2, 3, 1)),
)


def read_month_in_words(text: str) -> str | None:
    """Return a date such as ``24 August 1949`` as EDTF; None if it is not a date.

    A month may have two names, as in the Arabic press: ``25 أيار/مايو 1981``.

    Raises
    ------
    ValueError
        If the two names are of different months, or the year has two digits.

    Examples
    --------
    >>> read_month_in_words("4 April 1949"), read_month_in_words("04-Apr-1949")
    ('1949-04-04', '1949-04-04')
    >>> read_month_in_words("avril 1949"), read_month_in_words("1 May")
    ('1949-04', None)
    """
    for pattern, (day, month, second, year) in _FORMS:
        match = pattern.fullmatch(text)
        number = _months().get(fold(match[month])) if match else None
        if match is None or number is None:
            continue
        if match[second] and _months().get(fold(match[second])) != number:
            raise ValueError("the names are of two months")
        if len(match[year]) == 2:
            raise ValueError("its year has two digits, which two centuries have")
        if len(match[year]) == 4:
            end = f"-{int(match[day]):02}" if match[day] else ""
            return f"{match[year]}-{number:02}{end}"
    return None


@cache
def _months() -> dict[str, int]:
    """Return the numbers of months by the key of each name."""
    return {
        fold(name): number
        for locale in _LOCALES
        for names in Locale.parse(locale).months.values()
        for width in ("wide", "abbreviated")
        for number, name in names[width].items()
    }
