import pytest

from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.layers.legend import (
    describe_layers,
    write_layer_legend,
    write_place,
    write_totals,
)
from csto_atlas.maps.layers.markup import draw_layers
from tests.made.drawn_layers import make_cell, make_layer, make_layer_event
from tests.made.worlds import COUNTRIES, make_spec, make_ticks_of, make_world

TICKS = make_ticks_of("1992", "1996", "year")


def write(*layers, language="en"):
    drawn = draw_layers(layers, make_spec())
    return describe_layers(
        drawn, make_world().dataset, TICKS, Texts(language, COUNTRIES)
    )


def test_a_layer_says_what_it_covers_and_where_its_rows_are():
    layer = make_layer(events=[make_layer_event()], total=1234, outside=200, undated=33)
    (words,) = write(layer)
    assert words.covers == "One side of the hills."
    assert words.rows == (
        "Rows in the file: 1,234; on this map: 1,001; beyond its edge: 200; "
        "outside its period: 33"
    )


def test_the_table_has_the_events_of_every_tick():
    cells = [make_cell(t0=(1200, 0, 0, 0, 0, 0), t4=(1, 0, 0, 0, 0, 0))]
    events = [make_layer_event(ticks=(1, 2))]
    layers = [make_layer(cells=cells), make_layer(events=events, id="few")]
    many, few = (
        write_totals(drawn, TICKS, Texts("en", COUNTRIES))
        for drawn in draw_layers(layers, make_spec())
    )
    assert many == ["1,200", "0", "0", "0", "1"]
    assert few == ["0", "1", "1", "0", "0"]


@pytest.mark.parametrize(
    ("language", "last"), [("en", "30 or more"), ("ar", "30 أو أكثر")]
)
def test_the_legend_has_the_numbers_of_every_shade(language, last):
    cells = [make_cell(t0=(90, 0, 0, 0, 0, 0), t1=(4, 0, 0, 0, 0, 0))]
    (drawn,) = draw_layers([make_layer(cells=cells)], make_spec())
    legend = write_layer_legend(drawn, Texts(language, COUNTRIES))
    assert [words.strip("\u2066\u2069") for _, words in legend] == [
        "1–2", "3–9", "10–29", last,
    ]  # fmt: skip
    assert [shade for shade, _ in legend] == drawn.shades


def test_of_two_layers_of_cells_the_first_is_shown():
    cells = [make_cell(t0=(1, 0, 0, 0, 0, 0))]
    found = write(
        make_layer(id="few", events=[make_layer_event()]),
        make_layer(id="one", cells=cells),
        make_layer(id="two", cells=cells),
    )
    assert [(words.id, words.is_on) for words in found] == [
        ("few", True), ("one", True), ("two", False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ((45.12345, 39.5), "AAA · 39.5° N 45.12° E"),
        ((-70.0, -33.25), "AAA · 33.25° S 70° W"),
    ],
)
def test_a_place_is_named_by_territory_and_degrees(at, said):
    assert write_place(["AAA"], at, Texts("en", COUNTRIES)) == said


def test_a_place_of_no_territory_has_its_degrees():
    assert write_place([], (45.0, 39.0), Texts("en", COUNTRIES)) == "39° N 45° E"
