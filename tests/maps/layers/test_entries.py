from datetime import date
from operator import attrgetter

import pytest

from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.layers.entries import name_estimates, write_events, write_grounds
from csto_atlas.maps.layers.point_symbols import draw_spots
from tests.made.drawn_layers import make_cell, make_ground, make_layer, make_layer_event
from tests.made.worlds import COUNTRIES, make_spec, make_ticks_of, make_world

TEXTS = Texts("en", COUNTRIES)
DATASET = make_world("Text").dataset
TICKS = make_ticks_of("1992", "1996", "year")


def write(**changes):
    layer = make_layer(events=[make_layer_event(**changes)])
    (entry,) = write_events(draw_spots(layer, make_spec()), DATASET, TEXTS)
    return entry


@pytest.mark.parametrize(
    ("radius_km", "said"),
    [
        (0.0, "Exact location."),
        (25.0, "Location accurate to within 25 km."),
        (None, "Only the region is known of the place."),
    ],
)
def test_the_precision_of_a_place_is_said(radius_km, said):
    assert write(radius_km=radius_km).about.startswith(said)


def test_an_uncertain_date_says_so_and_keeps_both_its_days():
    days = {"start": date(1992, 5, 1), "end": date(1992, 5, 31)}
    assert write(**days).date == "1 May 1992 – 31 May 1992"
    vague = write(**days, has_exact_date=False)
    assert vague.date == "1 May 1992 – 31 May 1992 (uncertain)"
    assert write().date == "15 May 1992"


def test_estimates_stand_side_by_side_and_none_is_made_up():
    entry = write(low=1, best=3)
    assert entry.figures == (("lowest estimate", "1"), ("best estimate", "3"))
    layer = make_layer(
        events=[
            make_layer_event("a", low=1, best=3, high=9),
            make_layer_event("b", best=1200),
        ]
    )
    entries = write_events(draw_spots(layer, make_spec()), DATASET, TEXTS)
    assert [number for _, number in entries[1].figures] == ["–", "1,200", "–"]


def test_an_event_says_territory_area_status_and_distance():
    entry = write(
        codes=("AAA", "BBB"), area="valley", statuses=("member",), border_km=12.4
    )
    assert entry.about == (
        "Exact location. AAA or Barbados. Disputed that day: Text. "
        "That day: member. 12 km from the border."
    )


def test_words_of_the_source_are_kept_as_they_are():
    entry = write(kind="K <b>", title="T", text="X & Y", source="Agency, 5 May")
    assert (entry.kind, entry.title, entry.text, entry.source) == (
        "K <b>", "T", "X & Y", "Agency, 5 May",
    )  # fmt: skip


def test_events_beyond_the_drawing_are_not_listed():
    layer = make_layer(events=[make_layer_event(at=(-60.0, 10.0))])
    assert write_events(draw_spots(layer, make_spec()), DATASET, TEXTS) == ()


def test_a_layer_has_the_estimates_that_any_of_its_rows_has():
    cells = [make_cell(t0=(2, 0, 5, 0, 0, 0))]
    assert [name for name, _ in name_estimates(make_layer(cells=cells), TEXTS)] == [
        "best"
    ]
    assert name_estimates(make_layer(cells=cells, has_deaths=False), TEXTS) == []


def test_grounds_are_told_by_tick_the_busiest_first():
    layer = make_layer(
        cells=[make_cell(t0=(2, 1, 5, 9, 0, 0))],
        grounds=(
            make_ground(1, codes=()),
            make_ground(0, codes=("BBB",), area="valley"),
            make_ground(0, codes=("AAA",), tally=make_cell(t0=(9, 0, 4, 7, 0, 0))
                        .tallies[0]),
        ),
    )  # fmt: skip
    rows = write_grounds(layer, DATASET, TICKS, TEXTS)
    fields = attrgetter("tick", "time", "where", "events", "killed")
    assert list(map(fields, rows)) == [
        (0, "1992", "AAA; That day: member", "9", ("0", "4", "7")),
        (0, "1992", "Barbados; Disputed that day: Text; That day: member", "3",
         ("1", "2", "4")),
        (1, "1993", "That day: member", "3", ("1", "2", "4")),
    ]  # fmt: skip


def test_ground_of_no_state_is_called_so():
    layer = make_layer(grounds=(make_ground(codes=(), statuses=()),))
    (row,) = write_grounds(layer, DATASET, TICKS, TEXTS)
    assert row.where == "outside any state's territory"
