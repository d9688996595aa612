"""Rules: texts are there in every language, not empty, without control characters."""

from collections.abc import Iterator
from typing import Any

from csto_atlas.events.bases import Frozen, Record
from csto_atlas.events.errors import Problem
from csto_atlas.events.fields import Text
from csto_atlas.events.files.items import Loc
from csto_atlas.events.files.model_errors import field_name
from csto_atlas.events.files.text import CONTROL
from csto_atlas.events.records import Dataset, Palette
from csto_atlas.events.rules.known_names import KnownNames

RecordTexts = Iterator[tuple[Record, Loc, Text]]


def missing_languages(dataset: Dataset, known: KnownNames) -> Iterator[Problem]:
    """Report a text that lacks a language of the data set."""
    languages = dataset.meta.languages
    for record, loc, text in all_texts(dataset):
        for language in languages:
            if language not in text:
                what = f"{field_name(loc)} has no '{language}'"
                expected = f"a text in {', '.join(languages)}"
                yield Problem(record.origin.at(*loc), what, expected)


def empty_texts(dataset: Dataset, known: KnownNames) -> Iterator[Problem]:
    """Report a text without a word, in any language."""
    for record, loc, text in _strings(dataset):
        if not text.strip():
            what = f"{field_name(loc)} is empty"
            yield Problem(record.origin.at(*loc), what, "words, or no such field")


def control_characters(dataset: Dataset, known: KnownNames) -> Iterator[Problem]:
    """Report a control character; those for the direction of text are allowed."""
    for record, loc, text in _strings(dataset):
        if found := CONTROL.search(text):
            what = f"control character U+{ord(found[0]):04X} in {field_name(loc)}"
            yield Problem(record.origin.at(*loc), what, "text without it")


def missing_controllers(dataset: Dataset, known: KnownNames) -> Iterator[Problem]:
    """Report an area held by something without a code and without a name in words."""
    for area in dataset.areas:
        if not area.controlled_by.isupper() and not area.controller:
            what = f"controller of '{area.area}' is missing"
            expected = f"a text that says who '{area.controlled_by}' is"
            yield Problem(area.origin.at("controlled_by"), what, expected)


def bracketed_titles(dataset: Dataset, known: KnownNames) -> Iterator[Problem]:
    """Report a title that is a description in one language only."""
    for source in dataset.sources:
        if source.title and source.title.startswith("["):
            what = f"the title of '{source.id}' is a description in brackets"
            expected = "a description in every language of the data set"
            yield Problem(source.origin.at("title"), what, expected)


def read_texts(dataset: Dataset) -> Iterator[tuple[Record, Loc, str, str]]:
    """Go through the texts that have languages.

    Parameters
    ----------
    dataset : Dataset

    Yields
    ------
    Record, Loc, str, str
        The record, where in it the text is, the language, and the text.
    """
    for record, loc, text in all_texts(dataset):
        for language, said in text.items():
            for inner, words in _leaves(said, (*loc, language)):
                yield record, inner, language, words


def all_texts(dataset: Dataset) -> RecordTexts:
    """Go through the texts in several languages, each with its record and place."""
    for record in _records(dataset):
        for loc, value in _fields(record, ()):
            if isinstance(value, dict):
                yield record, loc, value


def _strings(dataset: Dataset) -> Iterator[tuple[Record, Loc, str]]:
    """Yield every single text; one in several languages yields one for each."""
    for record in _records(dataset):
        for loc, value in _fields(record, ()):
            for inner, text in _leaves(value, loc):
                yield record, inner, text


def _leaves(value: Any, loc: Loc) -> Iterator[tuple[Loc, str]]:
    """Yield the texts of a field: itself, or those of its languages and forms."""
    if isinstance(value, str):
        yield loc, value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _leaves(part, (*loc, key))


def _records(dataset: Dataset) -> Iterator[Record]:
    yield dataset.meta
    for name in type(dataset).model_fields:
        value = getattr(dataset, name)
        if isinstance(value, tuple):
            yield from (part for part in value if isinstance(part, Record))


def _fields(record: Frozen, loc: Loc) -> Iterator[tuple[Loc, Any]]:
    """Yield the fields of a record, and those of the records inside it."""
    for name, value in record:
        if name == "sheets":  # the rows of a sheet carry its texts
            continue
        if isinstance(value, tuple) and value and isinstance(value[0], Frozen):
            for n, part in enumerate(value):
                yield from _fields(part, (*loc, name, n))
        elif isinstance(value, Frozen):
            if not isinstance(value, Palette):  # colours by name, not texts by language
                yield from _fields(value, (*loc, name))
        else:
            yield (*loc, name), value
