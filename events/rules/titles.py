"""Rule: a title takes no side between rival figures."""

import re
from collections.abc import Iterator
from itertools import groupby

from csto_atlas.events.errors import Problem
from csto_atlas.events.fields import Text
from csto_atlas.events.records import Dataset, Event, Figure
from csto_atlas.events.rules.known_names import KnownNames

# Thousands in groups (1,007 1 007 1.007), and a decimal part of one or two digits.
_NUMBER = re.compile(
    r"(?<![\w.,])(?<![^\W\d]-)"
    r"(\d{1,3}(?:[,.\u00a0\u202f ]\d{3})+|\d+)(?:[.,\u066b](\d{1,2}))?"
    r"(?![\d.,]\d)"
)
_WORDS = (
    *("one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)


def disputed_titles(dataset: Dataset, known: KnownNames) -> Iterator[Problem]:
    """Report a number in a title or headline that the event's own figures dispute.

    Rival numbers side by side are no choice between them, and figures that can both be
    true (200, and more than 100) are no rivals.
    """
    for event in dataset.events:
        for field in ("title", "headline", "holds"):
            text: Text | None = getattr(event, field)
            for language, words in (text or {}).items():
                taken = _taken(event, {*_numbers(words)})
                if taken is not None:
                    where = event.origin.at(field, language)
                    what = f"{field} gives {taken:g}, which another figure disputes"
                    expected = "no number, or the rival numbers side by side"
                    yield Problem(where, what, expected)


def _taken(event: Event, numbers: set[float]) -> float | None:
    """Return the number of a text that only one of several rival figures gives."""
    measured = [figure for figure in event.figures if figure.measure]
    for _, group in groupby(sorted(measured, key=_counted), key=_counted):
        figures = list(group)
        said = [figure for figure in figures if numbers & {figure.low, figure.high}]
        ranges = {(figure.low, figure.high) for figure in said}
        if len(ranges) == 1 and any(_are_rivals(said[0], other) for other in figures):
            return next(n for n in numbers if n in (said[0].low, said[0].high))
    return None


def _counted(figure: Figure) -> tuple[str, str]:
    return str(figure.measure), figure.side or ""


def _are_rivals(one: Figure, other: Figure) -> bool:
    """Return whether two figures cannot both be true."""
    return _ends_before(one, other) or _ends_before(other, one)


def _ends_before(one: Figure, other: Figure) -> bool:
    return one.high is not None and other.low is not None and one.high < other.low


def _numbers(words: str) -> Iterator[float]:
    """Go through the numbers of a text: in digits, and in English words to twelve."""
    for whole, part in _NUMBER.findall(words):
        yield float(re.sub(r"\D", "", whole) + "." + (part or "0"))
    for word in words.casefold().split():
        if word in _WORDS:
            yield float(_WORDS.index(word) + 1)
