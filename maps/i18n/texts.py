"""Words: messages from gettext catalogues, names and months from CLDR."""

from __future__ import annotations

import gettext
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from pathlib import Path
from typing import Any, cast

from babel import Locale
from babel.dates import format_timedelta
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from babel.units import format_unit

from csto_atlas.events.dates import Interval, is_open, last_held, parse
from csto_atlas.events.fields import PluralCategory
from csto_atlas.events.files.yaml_documents import read_document
from csto_atlas.maps.i18n.isolates import ISOLATES, isolate
from csto_atlas.maps.timeline.ticks import Tick

LOCALE = Path(__file__).parents[1] / "locale"


def mark(message: str) -> str:
    """Mark a message for the catalogues that is translated elsewhere."""
    return message


def mark_plural(one: str, many: str) -> tuple[str, str]:
    """Mark a message with a counted noun that is translated elsewhere."""
    return one, many


# Arabic papers give a month both of its names; CLDR has the second one under Syria.
SECOND_MONTHS = {"ar": "ar_SY"}
# Behind a preposition Russian adds the word for year.
RULED_YEARS = {"ru": "{date} года"}
# Papers in these languages write numbers of four digits without a separator.
GROUPED_FROM = {"ar": 10_000, "ru": 10_000}
SEASONS = (mark("spring"), mark("summer"), mark("autumn"), mark("winter"))
NUMBERS = (
    *(mark("one"), mark("two"), mark("three"), mark("four"), mark("five")),
    *(mark("six"), mark("seven"), mark("eight"), mark("nine"), mark("ten")),
)
MARKED_DATES = {
    "~": mark("about {date}"),
    "%": mark("about {date}"),
    "?": mark("{date} (uncertain)"),
}
DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?([?~%]?)$")


def fill(form: str, **values: str) -> str:
    """Replace names in braces by values; braces inside a value stay.

    Examples
    --------
    >>> fill("{area}, held by {holder}", area="{holder}", holder="nobody")
    '{holder}, held by nobody'
    """
    return re.sub(r"\{(\w+)\}", lambda name: values.get(name[1], name[0]), form)


@dataclass(frozen=True)
class Texts:
    """The texts of a page in one language, but for those of the data set.

    Attributes
    ----------
    language : str
        A CLDR language, such as ``ar``.
    countries : mapping
        ISO 3166-1 alpha-3 to alpha-2, the key of CLDR's names.
    """

    language: str
    countries: Mapping[str, str]

    def __getstate__(self) -> dict[str, Any]:
        """Return what the texts are made from, without what is loaded on demand."""
        return {"language": self.language, "countries": self.countries}

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

    def ngettext(self, one: str, many: str, number: int) -> str:
        """Translate a message with a counted noun, in the plural of the number."""
        return self._catalogue.ngettext(one, many, number)

    def join(self, sign: str, parts: Iterable[str]) -> str:
        """Write parts in a row with a sign between them, none of which turns it."""
        return sign.join(map(self.isolate, parts))

    def listed(self, parts: Sequence[str]) -> str:
        """Write parts in a row, with ``and`` before the last one.

        Arabic has it before each (CLDR's list patterns).
        """
        *before, last = parts
        if not before:
            return last
        both = self.gettext(" and ")
        comma = both if self.language == "ar" else self.gettext(", ")
        return both.join((self.join(comma, before), self.isolate(last)))

    def territory(self, code: str) -> str:
        """Name a country: by our own list, by CLDR, or else by its code."""
        own = own_names().get(code, {}).get(self.language)
        return own or self.locale.territories.get(self.countries.get(code, ""), code)

    def short_territory(self, code: str) -> str | None:
        """Return the short form of a country's name, if it has one."""
        return short_names().get(code, {}).get(self.language)

    def pick(self, text: Mapping[str, str]) -> str:
        """Choose the text of this language, in English where there is none."""
        return text.get(self.language) or text["en"]

    def isolate(self, text: str) -> str:
        """Return a text in this language that turns no words beside it."""
        return isolate(text, self.direction)

    def fill(self, form: str, **values: str) -> str:
        """Replace names in braces by values, none of which turns the words around."""
        isolated = {name: self.isolate(value) for name, value in values.items()}
        return fill(form, **isolated)

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

    def month(self, number: int, *, is_alone: bool = False) -> str:
        """Name a month, 1 to 12, by both names where papers use two.

        Parameters
        ----------
        number : int
        is_alone : bool
            Whether no day stands before it and nothing rules its case: some languages
            have another form for that.

        Returns
        -------
        str
        """
        form = "stand-alone" if is_alone else "format"
        name: str = self.locale.months[form]["wide"][number]
        second = SECOND_MONTHS.get(self.language)
        if second is None:
            return name
        # CLDR has the second names only in this form.
        return f"{name}/{Locale.parse(second).months['format']['wide'][number]}"

    def day(self, day: date) -> str:
        """Write a day of the calendar."""
        return f"{day.day} {self.month(day.month)} {day.year}"

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

    def tick(self, tick: Tick) -> str:
        """Name a tick: its year, its month or its day."""
        return self._point(tick.id)

    def ticks(self, first: Tick, last: Tick) -> str:
        """Name the time from a tick to another one, both included."""
        if first == last:
            return self.tick(first)
        form = self.gettext("{start} – {end}")
        return fill(form, start=self.tick(first), end=self.tick(last))

    def tick_form(self, month: int, *, is_day: bool) -> str:
        """Write the name of a tick with ``{year}`` and ``{day}`` in their places.

        Parameters
        ----------
        month : int
            1 to 12; 0 for the name of a year.
        is_day : bool

        Returns
        -------
        str
        """
        return self._calendar("{year}", month, "{day}" if is_day else "", False)

    def short_day(self, day: date) -> str:
        """Write a day of the year as an axis has it."""
        return f"{day.day} {self.short_month(day)}"

    def short_month(self, day: date) -> str:
        """Write the month of a day as an axis has it."""
        return str(self.locale.months["format"]["abbreviated"][day.month])

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
            ``13–14 September 2022``, ``28 April – 1 May 2021``, ``15 May 1992 or
            earlier`` (in the text's language).
        """
        if is_open(interval):
            return self._open(interval)
        ends = [end for end in interval.text.strip("{}[]").split("/") if end]
        if ends[-1] == "..":
            return self.since(ends[0])
        if "," in interval.text:
            parts = interval.text.strip("{}[]").split(",")
            return self.gettext(" and ").join(self._point(part) for part in parts)
        if len(ends) == 2 and _same_year(ends[0], ends[1][:10]):
            day, month = int(ends[0][8:10]), int(ends[0][5:7])
            if ends[0][:7] == ends[1][:7]:
                dash = "–" if len(ends[1]) == 10 else " – "  # one before "about"
                return f"{day}{dash}{self._point(ends[1])}"
            return f"{day} {self.month(month)} – {self._point(ends[1])}"
        return " – ".join(self._point(end) for end in ends)

    def period(self, start: Interval, end: Interval | None) -> str:
        """Write the days on which something held: the last one printed is one of them.

        Parameters
        ----------
        start : Interval
        end : Interval or None
            When it was over, as data sets have it; None if it still holds.

        Returns
        -------
        str
            ``since 20 January 2022``, ``13–19 January 2022``, ``14 January 2022``,
            ``15 May 1992 or earlier – 19 April 1994`` (in the text's language).
        """
        if end is None:
            return self.since(start.text)
        last = last_held(end)
        if is_open(start):
            form = self.gettext("{start} – {end}")
            return fill(form, start=self.interval(start), end=self.interval(last))
        if start.text == last.text:
            return self.interval(start)
        return self.interval(parse(f"{start.text}/{last.text}"))

    def since(self, start: str) -> str:
        """Write since when something has held; `start` is EDTF."""
        form = self.gettext("since {start}")
        interval = parse(start)
        said = (
            self._open(interval)
            if is_open(interval)
            else self._point(start, is_ruled=True)
        )
        return form.replace("{start}", said)

    def _open(self, interval: Interval) -> str:
        """Write a date of which only the end is known, after a word that rules it."""
        last = interval.text.strip("[]{}").lstrip("./")
        form = self.gettext("{date} or earlier")
        return form.replace("{date}", self._point(last, is_ruled=True))

    def _point(self, text: str, *, is_ruled: bool = False) -> str:
        """Write one date; `is_ruled` if a word before it rules its case."""
        match = DATE.match(text.strip())
        if not match:
            return text
        year, month, day, sign = match.groups()
        is_ruled = is_ruled or sign in ("~", "%")
        label = self._calendar(year, int(month or 0), (day or "").lstrip("0"), is_ruled)
        if is_ruled:
            label = self._rule(label)
        if not sign:
            return label
        return self.gettext(MARKED_DATES[sign]).replace("{date}", label)

    def _calendar(self, year: str, month: int, day: str, is_ruled: bool) -> str:
        if not month:
            return year
        if month > 12:  # EDTF numbers the seasons 21 to 24
            return f"{self.gettext(SEASONS[month - 21])} {year}"
        name = f"{self.month(month, is_alone=not (day or is_ruled))} {year}"
        return f"{day} {name}" if day else name

    def _rule(self, date: str) -> str:
        """Write a date behind a preposition."""
        return RULED_YEARS.get(self.language, "{date}").replace("{date}", date)


def capitalise(text: str) -> str:
    """Begin a text with a capital letter, where its script has any."""
    start = 1 if text[:1] in {*ISOLATES.values()} else 0
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]


def end_sentence(text: str) -> str:
    """End a text with a full stop, unless it is empty or has an end of its own.

    Examples
    --------
    >>> end_sentence("Signed in Tashkent"), end_sentence("It left."), end_sentence("")
    ('Signed in Tashkent.', 'It left.', '')
    """
    bare = text.rstrip("»”\"')")
    return text if not text or bare.endswith((".", "!", "?", "؟", "…")) else f"{text}."


def name_language(language: str) -> str:
    """Name a language in its own words, as a menu has it."""
    # CLDR writes many of them small, for the middle of a sentence.
    return capitalise(Locale.parse(language).display_name)


@cache
def own_names() -> dict[str, dict[str, str]]:
    """Return the names of territories that differ from CLDR's, by code."""
    names: dict[str, dict[str, str]] = read_document(LOCALE / "names.yml").data
    return names


@cache
def short_names() -> dict[str, dict[str, str]]:
    """Return the short forms of territories' names, by code and language."""
    names: dict[str, dict[str, str]] = read_document(LOCALE / "short_names.yml").data
    return names


def _same_year(first: str, last: str) -> bool:
    return len(first) == len(last) == 10 and first[:4] == last[:4] and first < last
