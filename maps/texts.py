"""Words: messages from gettext catalogues, names and months from CLDR."""

from __future__ import annotations

import gettext
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

from babel import Locale
from babel.dates import format_timedelta
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.units import format_unit

from events.dates import Interval
from maps.timeline import Tick

LOCALE = Path(__file__).parent / "locale"

# Arabic papers give a month both of its names; CLDR has the second one under Syria.
SECOND_MONTHS = {"ar": "ar_SY"}
SEASONS = ("spring", "summer", "autumn", "winter")
NUMBERS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
)  # fmt: skip
DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?([?~%]?)$")


@dataclass(frozen=True)
class Texts:
    """Everything a page says in one language that is not the data's own text.

    Attributes
    ----------
    language : str
        A CLDR language, such as ``ar``.
    countries : mapping
        ISO 3166-1 alpha-3 to alpha-2, the key of CLDR's names.
    """

    language: str
    countries: Mapping[str, str]

    @cached_property
    def locale(self) -> Locale:
        """The CLDR locale."""
        return Locale.parse(self.language)

    @property
    def direction(self) -> str:
        """``ltr`` or ``rtl``."""
        return self.locale.text_direction

    @cached_property
    def _catalogue(self) -> gettext.NullTranslations:
        path = LOCALE / self.language / "LC_MESSAGES" / "atlas.po"
        if not path.exists():  # English is the language of the messages themselves
            return gettext.NullTranslations()
        with path.open("rb") as file:
            catalogue = read_po(file, locale=self.language)
        compiled = io.BytesIO()
        write_mo(compiled, catalogue)
        compiled.seek(0)
        return gettext.GNUTranslations(compiled)

    def gettext(self, message: str) -> str:
        """Translate a message."""
        return self._catalogue.gettext(message)

    def territory(self, code: str) -> str:
        """Name a country; its code where CLDR has no name."""
        return self.locale.territories.get(self.countries.get(code, ""), code)

    def number(self, number: int) -> str:
        """Write a number as newspapers do: up to ten in words."""
        if 1 <= number <= len(NUMBERS):
            return self.gettext(NUMBERS[number - 1])
        return str(number)

    def counted(self, forms: Mapping[str, str], number: int) -> str:
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
        form = forms.get(self.locale.plural_form(number), forms["other"])
        return form.replace("{n}", self.number(number))

    def month(self, number: int) -> str:
        """Name a month of the year, 1 to 12, by both names where papers use two."""
        name = self.locale.months["format"]["wide"][number]
        second = SECOND_MONTHS.get(self.language)
        if second is None:
            return name
        return f"{name}/{Locale.parse(second).months['format']['wide'][number]}"

    def day(self, day: date) -> str:
        """Write a day of the calendar."""
        return f"{day.day} {self.month(day.month)} {day.year}"

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

    def days(self, least: int, most: int) -> str:
        """Write a number of days, or from how many to how many.

        Parameters
        ----------
        least, most : int

        Returns
        -------
        str
        """
        if most == 0:
            return self.gettext("the same day")
        upper = format_timedelta(
            timedelta(days=most), "day", threshold=most + 1, locale=self.locale
        )
        return upper if least == most else f"{least}–{upper}"

    def tick(self, tick: Tick) -> str:
        """Name a tick: its year, its month or its day."""
        return self._point(tick.id)

    def short_day(self, day: date) -> str:
        """Write a day of the year as an axis has it."""
        return f"{day.day} {self.locale.months['format']['abbreviated'][day.month]}"

    def interval(self, interval: Interval) -> str:
        """Write a date as exactly as it is known.

        Parameters
        ----------
        interval : Interval
            A date or range as EDTF has it.

        Returns
        -------
        str
            ``28 June 2012``, ``July 2021``, ``about August 2021``,
            ``13–14 September 2022`` (in the text's language).
        """
        ends = [end for end in interval.text.strip("{}[]").split("/") if end]
        if ends[-1] == "..":
            return self.gettext("since {start}").replace(
                "{start}", self._point(ends[0])
            )
        if "," in interval.text:
            parts = interval.text.strip("{}[]").split(",")
            return self.gettext(" and ").join(self._point(part) for part in parts)
        if len(ends) == 2 and _same_month(*ends):
            first = str(int(ends[0][8:10]))
            return f"{first}–{self._point(ends[1])}"
        return " – ".join(self._point(end) for end in ends)

    def _point(self, text: str) -> str:
        match = DATE.match(text.strip())
        if not match:
            return text
        year, month, day, mark = match.groups()
        label = self._calendar(year, int(month or 0), int(day or 0))
        form = {"~": "about {date}", "?": "{date} (uncertain)", "%": "about {date}"}
        return self.gettext(form[mark]).replace("{date}", label) if mark else label

    def _calendar(self, year: str, month: int, day: int) -> str:
        if not month:
            return year
        if month > 12:  # EDTF numbers the seasons 21 to 24
            return f"{self.gettext(SEASONS[month - 21])} {year}"
        name = f"{self.month(month)} {year}"
        return f"{day} {name}" if day else name


def _same_month(first: str, last: str) -> bool:
    return (
        len(first) == len(last) == 10 and first[:7] == last[:7] and first[8:] < last[8:]
    )
