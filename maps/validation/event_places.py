"""What events say of their places must be true of the points on the map."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import geopandas as gpd
from shapely.geometry.base import BaseGeometry

from csto_atlas.events.errors import Problem
from csto_atlas.events.records import Dataset, Event
from csto_atlas.geodata.borders import distances_km
from csto_atlas.geodata.places import Place
from csto_atlas.maps.joins.records import places_of
from csto_atlas.maps.spec.model import MapSpec


class BorderWords(NamedTuple):
    """Words of a title that put an event beside the border, and how near.

    `main_km` is for the event's own place, `other_km` for those it names besides.
    """

    words: Mapping[str, re.Pattern[str]]
    main_km: float
    other_km: float


# Villages "on" the border are up to some kilometres off it; a fight "between" two towns
# is on the border, and the towns are not. The first that fits is taken.
BORDER_WORDS = (
    BorderWords(
        {
            "en": re.compile(r"\bsector of the border|\bdelimited sector"),
            "ru": re.compile(r"участ\w+ границ"),
            "ar": re.compile(r"(?:قطاع|جزء) (?:\S+ )?من الحدود"),
        },
        main_km=5.0,
        other_km=5.0,
    ),
    BorderWords(
        {
            "en": re.compile(r"(?<!not )\bon (?:the |their )(?:\w+ )?border\b"),
            "ru": re.compile(r"(?<!не )\bна (?:\w+ )?границе"),
            "ar": re.compile(r"(?<!لا )على (?:ال)?حدود"),
        },
        main_km=5.0,
        other_km=15.0,
    ),
    BorderWords(
        {
            "en": re.compile(r"\balong (?:\S+ ){0,3}border\b"),
            "ru": re.compile(r"\bвдоль (?:\S+ ){0,3}границ"),
            "ar": re.compile(r"على طول (?:ال)?حدود"),
        },
        main_km=20.0,
        other_km=20.0,
    ),
)


def check_exact_places(
    dataset: Dataset, places: Mapping[str, Place]
) -> Iterator[Problem]:
    """Find incidents at an exact place that is not their own.

    A place is an incident's own if the title, the headline or the text of the incident
    names it, in one language at least.

    Parameters
    ----------
    dataset : Dataset
    places : mapping of Place

    Yields
    ------
    Problem
        On the line of the place.
    """
    for event in dataset.events:
        if event.kind != "incident":
            continue
        for name in places_of(event):
            place = places.get(name)
            if place and place.precision == "exact" and not _names(event, place):
                field = "place" if name == event.place else "other_places"
                what = (
                    f"'{event.id}' is exactly at '{name}', which its texts do not name"
                )
                expected = (
                    "its own place, a text that names this one, or an approximate place"
                )
                yield Problem(event.origin.at(field), what, expected)


def _names(event: Event, place: Place) -> bool:
    """Return whether the texts of an event name a place, however it is declined."""
    for names in (place.names, place.other_names):
        for language, name in names.items():
            texts = (event.title, event.headline or {}, event.text or {})
            words = " ".join(text.get(language, "") for text in texts).casefold()
            if any(_stem(word) in words for word in re.findall(r"[^\W\d_]{2,}", name)):
                return True
    return False


def _stem(word: str) -> str:
    """Return the part of a word that an ending, or an Arabic article, leaves alone."""
    plain = word.casefold().removeprefix("ال")
    return plain[: max(3, len(plain) - 2)] if len(plain) > 4 else plain


def check_border_places(
    dataset: Dataset,
    places: Mapping[str, Place],
    specs: Iterable[MapSpec],
    border: BaseGeometry,
) -> Iterator[Problem]:
    """Find events that their words put on the border, and their points do not.

    Parameters
    ----------
    dataset : Dataset
    places : mapping of Place
    specs : iterable of MapSpec
        Events on the maps that are about a border are checked.
    border : geometry
        Unsimplified, in degrees; may be empty.

    Yields
    ------
    Problem
        On the line of the place.
    """
    maps = {spec.id for spec in specs if spec.border}
    for event in dataset.events:
        words = _border_words(event)
        if border.is_empty or words is None or maps.isdisjoint(event.maps):
            continue
        named = [places[name] for name in places_of(event) if name in places]
        points = gpd.GeoSeries([place.point for place in named], crs=4326)
        away = distances_km(points, border) if named else ()
        for place, km in zip(named, away, strict=True):
            is_main = place.id == event.place
            most = place.radius_km + (words.main_km if is_main else words.other_km)
            if km > most:
                field = "place" if is_main else "other_places"
                what = (
                    f"'{place.id}' is {km:.1f} km from the border, and the title of "
                    f"'{event.id}' puts it there"
                )
                expected = f"a point within {most:g} km, a larger radius or other words"
                yield Problem(event.origin.at(field), what, expected)


def _border_words(event: Event) -> BorderWords | None:
    """Return the first words of the list that a title or headline uses."""
    for words in BORDER_WORDS:
        for text in (event.title, event.headline or {}):
            for language, pattern in words.words.items():
                if pattern.search(text.get(language, "")):
                    return words
    return None
