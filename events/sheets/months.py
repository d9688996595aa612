"""Dates with the month in words, in English, Arabic, Russian and French.

The names are those of CLDR (by way of Babel), for Arabic also those of the Levant and
of the Maghreb.
"""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

from csto_atlas.events.sheets.fold import fold

_LOCALES = ("en", "ar", "ar_SY", "ar_DZ", "ru", "fr")
_NAME = r"([^\W\d_]+(?: [^\W\d_]+)?)\.?"  # some Arabic names have two words
_DAY_FIRST = re.compile(rf"(?:(\d{{1,2}})(?:st|nd|rd|th|er|-е)?\.?\s+)?{_NAME},?\s+")
_MONTH_FIRST = re.compile(rf"{_NAME}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+")
_YEAR = re.compile(r"(\d{4})(?:\s*(?:г\.?|года|م))?")


def read_month_in_words(text: str) -> str | None:
    """Return a date such as ``24 August 1949`` as EDTF; None if it is not a date.

    Examples
    --------
    >>> read_month_in_words("4 April 1949"), read_month_in_words("August 24, 1949")
    ('1949-04-04', '1949-08-24')
    >>> read_month_in_words("avril 1949"), read_month_in_words("1 May")
    ('1949-04', None)
    """
    for pattern, day, month in ((_DAY_FIRST, 1, 2), (_MONTH_FIRST, 2, 1)):
        match = pattern.match(text)
        year = match and _YEAR.fullmatch(text, match.end())
        if match and year and (number := _months().get(fold(match[month]))):
            end = f"-{int(match[day]):02}" if match[day] else ""
            return f"{year[1]}-{number:02}{end}"
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
