"""Numbers with their nouns and units, as newspapers write them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import cast

from babel.dates import format_timedelta
from babel.numbers import format_decimal
from babel.units import format_unit

from csto_atlas.events.fields import PluralCategory
from csto_atlas.maps.i18n.messages import Messages, fill, mark

# Papers in these languages write numbers of four digits without a separator.
GROUPED_FROM = {"ar": 10_000, "ru": 10_000}
NUMBERS = (
    *(mark("one"), mark("two"), mark("three"), mark("four"), mark("five")),
    *(mark("six"), mark("seven"), mark("eight"), mark("nine"), mark("ten")),
)


@dataclass(frozen=True)
class Numbers(Messages):
    """The messages, names and numbers of one language."""

    def number(self, number: int) -> str:
        """Write a number as newspapers do: up to ten in words."""
        if 1 <= number <= len(NUMBERS):
            return self.gettext(NUMBERS[number - 1])
        return str(number)

    def counted(self, forms: Mapping[PluralCategory, str], number: int) -> str:
        """Put a number and a noun together.

        Parameters
        ----------
        forms : mapping
            Text with ``{n}`` by CLDR plural category (``one``, ``few``, ``other``...).
        number : int

        Returns
        -------
        str
        """
        category = cast(PluralCategory, self.locale.plural_form(number))
        return forms.get(category, forms["other"]).replace("{n}", self.number(number))

    def decimal(self, number: float) -> str:
        """Write a number in digits."""
        return format_decimal(
            number,
            locale=self.locale,
            numbering_system="latn",
            group_separator=abs(number) >= GROUPED_FROM.get(self.language, 1000),
        )

    def between(self, low: float, high: float) -> str:
        """Write a number, or from which to which it may be."""
        if low == high:
            return self.decimal(low)
        return f"{self.decimal(low)}–{self.decimal(high)}"

    def kilometres(self, km: float, digits: int | None = None) -> str:
        """Write a distance, by default to a tenth below ten and whole above."""
        places = digits if digits is not None else 1 if km < 10 else 0
        # Arabic papers print Western digits on maps, and so do our sources.
        return format_unit(
            round(km, places) if places else round(km),
            "length-kilometer",
            "short",
            locale=self.locale,
            numbering_system="latn",
        )

    def kilobytes(self, number: int) -> str:
        """Write the size of a file."""
        return format_unit(
            number, "digital-kilobyte", "short", locale=self.locale,
            numbering_system="latn",
        )  # fmt: skip

    def days(self, least: int, most: int) -> str:
        """Write a number of days, or from how many to how many.

        Parameters
        ----------
        least, most : int

        Returns
        -------
        str
        """
        upper = self._days(most)
        if least == most:
            return upper
        # One and two days are a word without a number in some languages.
        if least == 0 and str(most) not in upper:
            return fill(self.gettext("at most {time}"), time=upper)
        return f"{least if str(most) in upper else self._days(least)}–{upper}"

    def _days(self, number: int) -> str:
        if number == 0:
            return self.gettext("the same day")
        span = timedelta(days=number)
        return format_timedelta(span, "day", threshold=number + 1, locale=self.locale)
