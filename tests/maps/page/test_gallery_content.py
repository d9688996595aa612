from typing import get_args

import pytest

from csto_atlas.events.fields import SourceKind
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.page.addresses import Site
from csto_atlas.maps.page.gallery_content import (
    DISPUTED,
    KINDS,
    find_disagreements,
    list_downloads,
    make_card,
    write_citations,
    write_section,
)
from tests.made.pages import change_data, make_page
from tests.made.worlds import make_event, make_figure, make_world

ENGLISH = Texts("en", {})
FIGURES = tuple(make_figure(number) for number in "123")


def test_a_card_opens_on_the_first_still_and_embeds_its_page():
    card = make_card(make_page("ar").view, Site("https://maps.example.org/"))
    assert card.still == "stills/ar/membership-1996.svg"
    assert "https://maps.example.org/ar/membership.html" in card.frame
    assert (card.has_border, card.has_areas, card.area) == (False, True, 4_000_000)


@pytest.mark.parametrize(
    ("changes", "is_listed"),
    [({}, True), ({"rank": 3}, False), ({"figures": FIGURES[:2]}, False)],
)
def test_weighty_events_with_three_figures_are_disagreements(changes, is_listed):
    event = make_event(**{"figures": FIGURES, **changes})
    dataset = change_data(make_world(), events=(event,)).dataset
    assert bool(find_disagreements(dataset, ENGLISH)) == is_listed


def test_the_weightiest_disagreements_are_listed_by_date():
    events = [
        make_event(
            f"e{n:02}", rank=1 if n > 5 else 2, date=f"19{60 + n}", figures=FIGURES
        )
        for n in range(20)
    ]
    dataset = change_data(make_world(), events=tuple(reversed(events))).dataset
    found = [entry.id for entry in find_disagreements(dataset, ENGLISH)]
    assert found == [f"e{n:02}" for n in range(6, 6 + DISPUTED)]


def test_a_download_has_its_size_in_kilobytes_of_bytes():
    files = {"data/events.csv": "ы" * 1000, "data/sources.csv": "x"}
    found = list_downloads(files, ENGLISH)
    assert [file.kilobytes for file in found] == [2, 1]


def test_a_section_says_what_its_maps_show():
    dataset = make_world().dataset
    section = write_section(dataset, [make_card(make_page().view, Site())], ENGLISH, {})
    assert (section.has_areas, section.has_border) == (True, False)
    assert (section.count, section.protection) == (1, "")


def test_the_citations_of_rows_and_figures_are_counted_by_kind():
    assert write_citations(make_world().dataset, ENGLISH) == [
        "Dated rows: 8; 8 cite a source, 0 cite two publishers. "
        "Kinds of source: newspapers and broadcasters 8.",
        "Figures: 2; 2 cite a source, 0 cite two publishers. "
        "Kinds of source: newspapers and broadcasters 2.",
    ]


def test_without_figures_nothing_is_said_of_them():
    dataset = change_data(make_world(), events=(make_event(),)).dataset
    (sentence,) = write_citations(dataset, ENGLISH)
    assert sentence.startswith("Dated rows: 6; ")


def test_every_kind_of_source_has_a_name():
    assert KINDS.keys() == {*get_args(SourceKind), None}
