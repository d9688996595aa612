"""Rule: a text of what has happened tells nothing that is still to come."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import cache

from csto_atlas.events.errors import Problem
from csto_atlas.events.fields import Text
from csto_atlas.events.files.model_errors import field_name
from csto_atlas.events.records import Article, Dataset, Event, Movement, Term
from csto_atlas.events.rules.known_names import KnownNames
from csto_atlas.events.rules.tense_words import (
    FUTURE,
    MONTHS,
    PLANNED,
    REPORTED,
    YEAR,
    day_pattern,
)
from csto_atlas.events.rules.wording import all_texts

_SENTENCE = re.compile(r"(?<=[.!?؟])\s+|[;؛]\s")


def future_wording(dataset: Dataset, known: KnownNames) -> Iterator[Problem]:
    """Report a future tense, or a date after the data end, in a text of what happened.

    A sentence may have a future tense if it says whose words they are (`REPORTED`), and
    a later date if it tells a plan (`PLANNED`). The texts of an `announced` event may
    have both.
    """
    as_of = dataset.meta.as_of
    for record, loc, text in all_texts(dataset):
        if not isinstance(record, Term | Movement | Event | Article):
            continue
        if isinstance(record, Event) and record.announced:
            continue
        for language, what, expected in _faults(text, as_of):
            where = record.origin.at(*loc, language)
            yield Problem(where, f"{field_name(loc)} has {what}", expected)


def _faults(text: Text, as_of: date) -> Iterator[tuple[str, str, str]]:
    """Go through what is still to come: the language, what it is, what was expected."""
    for language, words in text.items():
        if language not in FUTURE:
            continue
        for sentence in _SENTENCE.split(_plain(words)):
            found = FUTURE[language].search(sentence)
            if found and not REPORTED[language].search(sentence):
                what = f"'{found[0]}', which tells the future"
                expected = "the past, or who said so, or announced: true in an event"
                yield language, what, expected
            if PLANNED[language].search(sentence):
                continue
            for named, first in _dates(sentence, language):
                if first > as_of:
                    what = f"'{named}', which is after {as_of} (as_of)"
                    expected = "a date up to then, or a word that tells a plan"
                    yield language, what, expected


def _plain(words: str) -> str:
    """Return a text without Arabic vowel signs, which are written or not."""
    return "".join(sign for sign in words if unicodedata.category(sign) != "Mn")


def _dates(sentence: str, language: str) -> Iterator[tuple[str, date]]:
    """Go through the dates of a sentence, each with its first day."""
    for found in _pattern(language).finditer(sentence):
        day, name, year = found.groups()
        month = next(
            n for n, start in enumerate(MONTHS[language], 1) if re.match(start, name)
        )
        yield found[0], date(int(year), month, min(int(day or 1), 28))
    for found in YEAR[language].finditer(sentence):
        yield found[1], date(int(found[1]), 1, 1)


_pattern = cache(day_pattern)
