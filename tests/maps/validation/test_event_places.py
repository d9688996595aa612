"""What events say of their places must be true of the points on the map."""

from dataclasses import replace

import pytest
import shapely

from csto_atlas.maps.validation.event_places import (
    check_border_places,
    check_exact_places,
)
from tests.made.worlds import make_event, make_place, make_spec, make_world

SOTK = replace(
    make_place(66, 48, "sotk"),
    names={"en": "Sotk", "ar": "سوتك", "ru": "Сотк"},
    other_names={"en": "Zod"},
)
BORDER = shapely.LineString([(70, 44), (70, 52)])  # of AAA and BBB
KM = 1 / 74.6  # degrees of longitude at 48 degrees north


def exact(place=SOTK, **changes):
    """Return the problems of an incident at a place."""
    event = make_event(place="sotk", **changes)
    dataset = make_world().dataset.model_copy(update={"events": (event,)})
    return [str(problem) for problem in check_exact_places(dataset, {"sotk": place})]


def title(words, language="en"):
    return {"title": {language: words}}


def test_an_incident_at_an_exact_place_that_it_does_not_name_is_reported():
    assert exact(**title("Fire was exchanged")) == [
        "made.yml:1: 'made' is exactly at 'sotk', which its texts do not name; "
        "expected its own place, a text that names this one, or an approximate place"
    ]


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Fire near Sotk", "en"),
        ("Fire near Zod", "en"),
        ("Огонь у Сотка", "ru"),
        ("قرب سوتك", "ar"),
    ],
)
def test_a_place_is_named_in_any_language_and_by_its_other_name(words, language):
    assert exact(**title(words, language)) == []


def test_a_name_of_two_signs_is_found_in_a_text_without_blanks():
    tokyo = replace(SOTK, names={"ja": "東京"}, other_names={})
    assert exact(tokyo, **title("東京で衝突", "ja")) == []
    assert len(exact(tokyo, **title("大阪で衝突", "ja"))) == 1


def test_an_approximate_place_and_a_summit_need_not_be_named():
    ring = replace(SOTK, precision="approximate", radius_km=5.0)
    assert exact(ring, **title("Fire")) == []
    assert exact(kind="summit", **title("They met")) == []


def on_border(words, km, radius_km=0.0, language="en", **changes):
    """Return the problems of an event so far from the border of the map."""
    place = make_place(70 - km * KM, 48, radius_km=radius_km)
    event = make_event(**title(words, language), **changes)
    dataset = make_world().dataset.model_copy(update={"events": (event,)})
    border = {"codes": ["AAA", "BBB"], "parts": {}, "figures": "made"}
    specs = [make_spec(border=border)]
    places = {"town": place, "hill": replace(place, id="hill")}
    return [*check_border_places(dataset, places, specs, BORDER)]


def test_a_point_far_from_the_border_that_a_title_puts_there_is_reported():
    (problem,) = on_border("Fire on the border", 6.2)
    assert str(problem) == (
        "made.yml:1: 'town' is 6.2 km from the border, and the title of 'made' puts it "
        "there; expected a point within 5 km, a larger radius or other words"
    )


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("The first sector of the border", "en"),
        ("Fire on the state border", "en"),
        ("Бои на границе", "ru"),
        ("قتال على الحدود", "ar"),
    ],
)
def test_the_words_are_known_in_three_languages(words, language):
    assert on_border(words, 4, language=language) == []
    assert len(on_border(words, 6, language=language)) == 1


def test_a_radius_allows_for_what_is_not_known():
    assert on_border("Fire on the border", 6.2, radius_km=2) == []


@pytest.mark.parametrize(
    "words", ["War, not on the state border", "Border commissions met", "Fire"]
)
def test_other_words_do_not_put_an_event_on_the_border(words):
    assert on_border(words, 60) == []


def test_an_attack_along_the_border_and_places_besides_may_be_farther():
    assert on_border("An attack along the eastern border", 17) == []
    (problem,) = on_border("Fire on the border", 14, other_places=("hill",))
    assert "'town' is 14.0 km" in problem.what
