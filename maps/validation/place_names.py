"""Check the names of places in texts against the gazetteer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from csto_atlas.events.errors import Problem
from csto_atlas.events.files.model_errors import field_name
from csto_atlas.events.records import Dataset, Event
from csto_atlas.events.rules.wording import read_texts
from csto_atlas.geodata.places import Place

# Names that are shorter are one letter away from other words: أكتوبي and أكتوبر.
LEAST = 7
_WORD = re.compile(r"[\w-]+")
_ENDING = re.compile("[аеёиоуыэюяьй]+$")  # of a Russian name, which cases change
_BEFORE = re.compile("[وف]?[بكل]?(?:ال|ل)?")  # written together with an Arabic word


def check_place_names(
    dataset: Dataset, places: Mapping[str, Place]
) -> Iterator[Problem]:
    """Find misspelt names of places, and names without the one of the other side.

    Parameters
    ----------
    dataset : Dataset
    places : mapping of Place

    Yields
    ------
    Problem
        On the line of the text.
    """
    yield from _misspelt(dataset, places)
    rule = dataset.meta.both_names
    if rule is None:
        return
    for event in dataset.events:
        if event.date.start <= rule.until:
            named = {event.place, *event.other_places} & {*rule.places} & places.keys()
            for name in sorted(filter(None, named)):
                yield from _half_named(event, places[name], rule.until.isoformat())


def _half_named(event: Event, place: Place, until: str) -> Iterator[Problem]:
    texts = [
        text for text in (event.headline, event.holds, event.title, event.text) if text
    ]
    for language in place.names.keys() & place.other_names.keys():
        said = " ".join(text.get(language, "") for text in texts)
        names = place.names[language], place.other_names[language]
        missing = [name for name in names if not _mentions(said, name)]
        if len(missing) == 1:
            (given,) = {*names} - {*missing}
            what = f"'{given}' without '{missing[0]}' in the texts of '{event.id}'"
            where = event.origin.at("title", language)
            yield Problem(where, what, f"both names until {until}")


def _mentions(text: str, name: str) -> bool:
    """Tell whether a text has a name, in any case of it."""
    return _ENDING.sub("", name) in text


def _misspelt(dataset: Dataset, places: Mapping[str, Place]) -> Iterator[Problem]:
    names = {lang: _list_names(places, lang) for lang in dataset.meta.languages}
    near = {
        lang: {short: name for name, stem in found.items() for short in _shorten(stem)}
        for lang, found in names.items()
    }
    for record, loc, language, text in read_texts(dataset):
        for word in dict.fromkeys(_WORD.findall(text)):
            name = _find_near(word, names.get(language, {}), near.get(language, {}))
            if name:
                what = f"'{word}' in {field_name(loc)}"
                where = record.origin.at(*loc)
                yield Problem(where, what, f"'{name}', as places.csv has it")


def _list_names(places: Mapping[str, Place], language: str) -> dict[str, str]:
    """List the words of names, each with the part of it that no case changes."""
    found = (
        word
        for place in places.values()
        for names in (place.names, place.other_names)
        for word in _WORD.findall(names.get(language, ""))
    )
    return {word: _ENDING.sub("", word) for word in found if _is_name(word)}


def _is_name(word: str) -> bool:
    """Tell whether a word is a name by itself, not the first of ``the eastern one``."""
    return len(word) >= LEAST and not (word.islower() or word.startswith("ال"))


def _find_near(
    word: str, names: Mapping[str, str], near: Mapping[str, str]
) -> str | None:
    """Return the name that a word is one letter away from, if it is none itself."""
    if len(word) < LEAST - 1 or word.islower():
        return None
    bare = _BEFORE.match(word)
    starts = range(bare.end() + 1 if bare else 1)
    forms = [_ENDING.sub("", word[start:]) for start in starts]
    stems = {near[short] for form in forms for short in _shorten(form) if short in near}
    if not stems or any(
        form.startswith(names[name]) for name in stems for form in forms
    ):
        return None
    return min(stems)


def _shorten(word: str) -> set[str]:
    """Return a word and what is left of it without one letter.

    Two words of which these have one in common differ by one letter that is missing,
    added or another one, or by two neighbours that have changed places.
    """
    return {word, *(word[:n] + word[n + 1 :] for n in range(len(word)))}
