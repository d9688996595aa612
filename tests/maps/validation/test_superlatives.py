"""Superlatives and totals in texts, each of which someone must have counted."""

import pytest

from csto_atlas.events.records import Superlative
from csto_atlas.maps.validation.superlatives import find_superlatives
from tests.made.worlds import ORIGIN, make_event, make_spec, make_world


def find(event=None, rows=(), spec=None):
    """Return the warnings of a world with one event, rows and a map."""
    dataset = make_world().dataset.model_copy(
        update={"events": (event or make_event(),), "superlatives": tuple(rows)}
    )
    return [str(found) for found in find_superlatives(dataset, [spec or make_spec()])]


def row(record):
    return Superlative(origin=ORIGIN, record=record, claim="It was", support=("daily",))


def test_a_superlative_that_nobody_counted_is_listed_with_its_place():
    assert find(make_event(title={"en": "The first of its kind"})) == [
        "made.yml:1: 'The first' in 'made' is tied to no count; "
        "expected a row in superlatives.csv that says who counted it"
    ]


@pytest.mark.parametrize(
    ("language", "words", "is_listed"),
    [
        ("en", "With every call for help", True),
        ("en", "It had never asked", True),
        ("en", "Held ever since, in all regions", False),
        ("en", "They met first in Minsk", False),
        ("ru", "Организация впервые послала войска", True),
        ("ru", "Единственный раз", True),
        ("ru", "Они встретились", False),
        ("ar", "لأول مرة", True),
        ("ar", "المرة الوحيدة", True),
        ("ar", "قطار وأوليانوفسك", False),
    ],
)
def test_the_words_are_known_in_three_languages(language, words, is_listed):
    assert bool(find(make_event(title={language: words}))) == is_listed


def test_a_row_ties_a_record_to_its_count():
    event = make_event(title={"en": "The only one"})
    assert find(event, [row("made")]) == []


def test_what_a_map_says_of_itself_is_read_too():
    spec = make_spec(about={"en": "Every call for help"})
    assert "'Every' in 'map-membership'" in find(spec=spec)[0]
    assert find(rows=[row("map-membership")], spec=spec) == []


def test_a_row_that_nothing_needs_any_more_is_listed():
    assert find(rows=[row("made")]) == [
        "made.yml:1: 'made' has no superlative any more; "
        "expected a record with one, or no such row"
    ]
