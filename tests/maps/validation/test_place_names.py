from dataclasses import replace

import pytest

from csto_atlas.events.records import BothNames
from csto_atlas.maps.validation.place_names import check_place_names
from tests.made.worlds import make_event, make_place, make_world

LANGUAGES = ("en", "ar", "ru")
NAMES = {"en": "Stepanavan", "ar": "جاناوزن", "ru": "Жанаозен"}
OTHERS = {"en": "Khankendi", "ar": "خانكندي", "ru": "Ханкенди"}


def check(title, *, both=False, until="1993-12-31", date="1993-05-05"):
    """Return what is wrong with an event in a place with two names."""
    place = replace(make_place(66, 48), names=NAMES, other_names=OTHERS)
    event = make_event(date=date, title=dict.fromkeys(LANGUAGES, "") | title)
    dataset = make_world().dataset
    rule = BothNames(until=until, places=("town",)) if both else None
    meta = dataset.meta.model_copy(update={"languages": LANGUAGES, "both_names": rule})
    changed = dataset.model_copy(update={"meta": meta, "events": (event,)})
    return [str(problem) for problem in check_place_names(changed, {"town": place})]


MISSPELT = {
    "another letter": ("en", "At Stepanovan"),
    "a letter too many": ("ar", "في جاناوزين"),
    "a letter too few behind a preposition": ("ar", "بجاناون"),
    "two letters that changed places": ("en", "At Stepnaavan"),
    "another letter in a case": ("ru", "В Жанауозене"),
}


@pytest.mark.parametrize(("language", "text"), MISSPELT.values(), ids=list(MISSPELT))
def test_a_name_that_is_off_by_a_letter_is_told_with_the_right_one(language, text):
    word = text.split()[-1]
    assert check({language: text}) == [
        f"made.yml:1: '{word}' in title {language}; "
        f"expected '{NAMES[language]}', as places.csv has it"
    ]


RIGHT = {
    "the name": ("en", "Stepanavan, and Khankendi"),
    "the name behind a conjunction": ("ar", "وجاناوزن وبجاناوزن"),
    "a case of the name": ("ru", "В Жанаозене и к Жанаозеню"),
    "another word": ("en", "They step on"),
}


@pytest.mark.parametrize(("language", "text"), RIGHT.values(), ids=list(RIGHT))
def test_a_name_and_its_cases_are_right(language, text):
    assert check({language: text}) == []


def test_one_name_of_a_place_with_two_is_told():
    assert check({"en": "War at Khankendi"}, both=True) == [
        "made.yml:1: 'Khankendi' without 'Stepanavan' in the texts of 'made'; "
        "expected both names until 1993-12-31"
    ]


@pytest.mark.parametrize(
    "given",
    [
        {"title": {"en": "War at Khankendi (Stepanavan)"}},
        {"title": {"en": "War"}},
        {"title": {"en": "War at Khankendi"}, "date": "1994-05-05"},
    ],
)
def test_both_names_neither_or_a_later_event_are_right(given):
    assert check(**given, both=True) == []
