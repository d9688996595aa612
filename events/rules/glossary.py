"""Rules: texts use the words that the glossary chose."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from csto_atlas.events.errors import Problem
from csto_atlas.events.files.items import Loc
from csto_atlas.events.files.model_errors import field_name
from csto_atlas.events.records import Dataset, GlossaryEntry
from csto_atlas.events.rules.known_names import KnownNames
from csto_atlas.events.rules.wording import read_texts

# Conjunctions, prepositions and the article are written together with the next word.
_BEFORE = {"ar": "(?:[وف]?[بكل]?(?:ال|ل)?)?"}
_MARKS = "[\u064b-\u0652]*"  # vowel signs of Arabic, which are no word characters


@dataclass(frozen=True)
class ForbiddenForm:
    """A form that no text may have, with the entry that says so."""

    form: str
    entry: GlossaryEntry
    pattern: re.Pattern[str]


def stray_entries(dataset: Dataset, known: KnownNames) -> Iterator[Problem]:
    """Report an entry of the glossary in a language that the data set has not."""
    languages = dataset.meta.languages
    for entry in dataset.glossary:
        if entry.language not in languages:
            what = f"unknown language '{entry.language}'"
            where = entry.origin.at("language")
            yield Problem(where, what, f"one of {', '.join(languages)}")


def forbidden_forms(dataset: Dataset, known: KnownNames) -> Iterator[Problem]:
    """Report a word in a text for which the glossary chose another one."""
    forms = compile_forms(dataset.glossary)
    for record, loc, language, text in read_texts(dataset):
        for found in find_forms(text, forms.get(language, ())):
            yield complain(record.origin.at(*loc), loc, found)


def compile_forms(
    glossary: Iterable[GlossaryEntry],
) -> dict[str, list[ForbiddenForm]]:
    """Return the forbidden forms of a glossary, by language.

    Parameters
    ----------
    glossary : iterable of GlossaryEntry

    Returns
    -------
    dict of list of ForbiddenForm
    """
    forms: dict[str, list[ForbiddenForm]] = {}
    for entry in glossary:
        for form in entry.forbidden:
            pattern = _compile(form, entry.language)
            forms.setdefault(entry.language, []).append(
                ForbiddenForm(form, entry, pattern)
            )
    return forms


def find_forms(text: str, forms: Iterable[ForbiddenForm]) -> Iterator[ForbiddenForm]:
    """Go through the forbidden forms that a text has, each once."""
    return (form for form in forms if form.pattern.search(text))


def complain(where: str, loc: Loc, found: ForbiddenForm) -> Problem:
    """Return the problem of a text with a forbidden form.

    Parameters
    ----------
    where : str
        The file and the line of the text.
    loc : tuple
        Where in its record the text is.
    found : ForbiddenForm
    """
    what = f"'{found.form}' in {field_name(loc)} (glossary: {found.entry.term})"
    return Problem(where, what, f"'{found.entry.chosen}'")


def _compile(form: str, language: str) -> re.Pattern[str]:
    """Return the pattern of whole words; ``*`` stands for any ending."""
    stem = form.removesuffix("*")
    body = r"\s+".join(map(re.escape, stem.split()))
    after = "" if form.endswith("*") else rf"{_MARKS}(?!\w)"
    return re.compile(
        rf"(?<!\w){_BEFORE.get(language, '')}{body}{after}", re.IGNORECASE
    )
