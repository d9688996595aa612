"""The texts of a page in one language: messages, names, numbers and dates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from babel import Locale

from csto_atlas.events.dates import Interval, is_open, last_held, parse
from csto_atlas.maps.i18n.messages import fill, mark
from csto_atlas.maps.i18n.numbers import Numbers
from csto_atlas.maps.timeline.ticks import Tick

# Arabic papers give a month both of its names; CLDR has the second one under Syria.
SECOND_MONTHS = {"ar": "ar_SY"}
# Behind a preposition Russian adds the word for year.
RULED_YEARS = {"ru": "{date} года"}
SEASONS = (mark("spring"), mark("summer"), mark("autumn"), mark("winter"))
MARKED_DATES = {
    "~": mark("about {date}"),
    "%": mark("about {date}"),
    "?": mark("{date} (uncertain)"),
}
DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?([?~%]?)$")


@dataclass(frozen=True)
class Texts(Numbers):
    """The texts of a page in one language, but for those of the data set."""

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


def _same_year(first: str, last: str) -> bool:
    return len(first) == len(last) == 10 and first[:4] == last[:4] and first < last
