"""Superlatives and totals in texts, each of which someone must have counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from csto_atlas.events.errors import Problem
from csto_atlas.events.fields import Text
from csto_atlas.events.files.items import Loc, Origin
from csto_atlas.events.records import Article, Dataset, Event, Meta
from csto_atlas.events.rules.wording import all_texts
from csto_atlas.maps.spec.model import MapSpec

# Reviewed against the texts of the data sets at hand; other languages are not read.
WORDS = {
    "en": re.compile(
        r"\b(?:every|the only|only road|the one time|for the first time|the first"
        r"|never|ever(?! since)|largest|biggest|worst|deadliest|longest"
        r"|in all(?! \w))\b",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        r"\b(?:впервые|перв\w+ раз|единственн\w+|никогда|ни разу|каждый год"
        r"|крупнейш\w+|сам(?:ый|ая|ое|ые|ую) \w+"
        r"|все[хм]? (?:член|стран|государств)\w+)",
        re.IGNORECASE,
    ),
    "ar": re.compile(
        r"لأول مرة|للمرة الأولى|الوحيد|أكبر|جميع|كل (?:الدول|الأعضاء|عضو|دولة|عام)"
        r"|(?<![\u0621-\u064a])(?:أول (?!أمس)|قط(?![\u0621-\u064a]))"
    ),
}
# Fields that are numbers, notes of them, or names: no sentences about the whole.
SKIPPED = frozenset({"figures", "heading"})


class Told(NamedTuple):
    """A text of something that a row of ``superlatives.csv`` can name."""

    record: str
    origin: Origin
    loc: Loc
    text: Mapping[str, str]


def find_superlatives(dataset: Dataset, specs: Iterable[MapSpec]) -> Iterator[Problem]:
    """Find superlatives and totals that ``superlatives.csv`` does not tie to a count.

    Parameters
    ----------
    dataset : Dataset
    specs : iterable of MapSpec

    Yields
    ------
    Problem
        A warning for the first such word of each event, map, article and data set; and
        for each row of the file whose record has no such word any more.
    """
    found: dict[str, Problem] = {}
    for told in _told(dataset, specs):
        for language, pattern in WORDS.items():
            match = pattern.search(told.text.get(language, ""))
            if match and told.record not in found:
                what = f"'{match[0]}' in '{told.record}' is tied to no count"
                where = told.origin.at(*told.loc, language)
                expected = "a row in superlatives.csv that says who counted it"
                found[told.record] = Problem(where, what, expected)
    tied = {row.record for row in dataset.superlatives}
    yield from (problem for name, problem in found.items() if name not in tied)
    for row in dataset.superlatives:
        if row.record not in found:
            what = f"'{row.record}' has no superlative any more"
            yield Problem(str(row.origin), what, "a record with one, or no such row")


def _told(dataset: Dataset, specs: Iterable[MapSpec]) -> Iterator[Told]:
    for record, loc, text in all_texts(dataset):
        if SKIPPED.isdisjoint(loc) and (name := _name(record, loc)):
            yield Told(name, record.origin, loc, text)
    for spec in specs:
        for field in ("title", "about"):
            title: Text = getattr(spec, field)
            yield Told(f"map-{spec.id}", spec.origin, (field,), title)


def _name(record: object, loc: Loc) -> str:
    """Return what a row of the file calls a record; nothing if it is not read."""
    if isinstance(record, Event):
        return record.id
    if isinstance(record, Article):
        return "article"
    return (
        "dataset" if isinstance(record, Meta) and loc[0] in ("title", "about") else ""
    )
