import gzip

import pytest

from csto_atlas.maps.assets.templates import write_json
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.layers.markup import draw_layers
from csto_atlas.maps.layers.payload import make_layer_data
from tests.made.drawn_layers import make_cell, make_cells, make_layer, make_layer_event
from tests.made.pages import find_faults
from tests.made.worlds import COUNTRIES, make_spec, make_world
from tests.maps.layers.test_column_codec import read

TERRITORIES = make_world().geodata.boundaries
TICKS = 5


def unfold(number):
    return -(number + 1) // 2 if number % 2 else number // 2


def make_data(*layers, ticks=TICKS):
    drawn = draw_layers(layers, make_spec())
    texts = Texts("en", COUNTRIES)
    return drawn, make_layer_data(drawn, TERRITORIES, ticks, texts)["layers"]


def read_tallies(data):
    """Read every tally back: by tick and cell, in the order of a `Tally`."""
    columns = {name: read(text) for name, text in data["tallies"].items()}
    rows, gaps = read(data["rows"]), iter(read(data["gaps"]))
    found, row = {}, 0
    for tick, count in enumerate(rows):
        cell = -1
        for _ in range(count):
            cell += next(gaps) + 1
            best = columns["best"][row]
            found[tick, cell] = (
                columns["events"][row] + 1,
                best - unfold(columns["low"][row]),
                best,
                best + unfold(columns["high"][row]),
                columns["places"][row],
                columns["dates"][row],
            )
            row += 1
    return found


@pytest.mark.parametrize("seed", range(5))
def test_every_tally_comes_back_from_the_columns(seed):
    layer = make_layer(cells=make_cells(40, 90, TICKS, seed=seed))
    (drawn,), (data,) = make_data(layer)
    expected = {
        (tick, number): (t.events, t.low, t.best, t.high, t.vague_places, t.vague_dates)
        for tick in range(TICKS)
        for number, t in drawn.at(tick)
    }
    assert len(expected) == 90
    assert read_tallies(data) == expected


def test_estimates_out_of_order_come_back_as_they_are():
    cells = [make_cell(t1=(2, 9, 4, 0, 0, 1))]
    _, (data,) = make_data(make_layer(cells=cells))
    assert read_tallies(data) == {(1, 0): (2, 9, 4, 0, 0, 1)}


def test_without_deaths_there_are_no_columns_of_them():
    cells = [make_cell(t1=(2, 0, 0, 0, 0, 1))]
    _, (data,) = make_data(make_layer(cells=cells, has_deaths=False))
    assert set(data["tallies"]) == {"events", "places", "dates"}
    assert data["killed"] == []


def test_a_cell_names_the_territories_it_reaches_into_the_larger_part_first():
    across = make_cell(at=(69.95, 48.0), grid=3, t0=(1, 0, 0, 0, 0, 0))
    inside = make_cell(at=(66.0, 48.0), grid=4, t0=(2, 0, 0, 0, 0, 0))
    away = make_cell(at=(60.0, 48.0), grid=4, t0=(3, 0, 0, 0, 0, 0))
    _, (data,) = make_data(make_layer(cells=[across, inside, away]))
    names = [data["lands"][number] for number in read(data["land"])]
    assert names[:2] == ["", "AAA"]
    assert sorted(names[2].split(", ")) == ["AAA", "Barbados"]


def test_a_spot_has_its_name_and_its_changes():
    _, (data,) = make_data(
        make_layer(events=[make_layer_event(ticks=(1, 1), low=4, high=100)])
    )
    assert data["names"] == ["AAA · 48° N 66° E"]
    assert data["looks"] == [
        [
            (0, (0, 5, 0, 0, 0)),
            (1, (1, 5, 1.3, 6.5, 0)),
            (2, (0, 5, 0, 0, 0)),
        ]
    ]


@pytest.mark.slow
def test_sixty_thousand_tallies_of_1500_cells_weigh_at_most_155_kb():
    cells = make_cells(1500, 60_000, 104)
    assert sum(len(cell.tallies) for cell in cells) == 60_000
    _, (data,) = make_data(make_layer(cells=cells), ticks=104)
    text = write_json(data).encode()
    assert len(gzip.compress(text, 9)) <= 155_000


@pytest.mark.parametrize("has_deaths", [True, False])
def test_layer_data_are_as_their_definition_says(has_deaths):
    cells = make_layer(cells=[make_cell(t0=(3, 1, 2, 4, 1, 0))], has_deaths=has_deaths)
    spots = make_layer([make_layer_event("far", radius_km=None)], id="spots")
    drawn = draw_layers([cells, spots], make_spec())
    data = make_layer_data(drawn, TERRITORIES, TICKS, Texts("en", COUNTRIES))
    assert find_faults(data, "LayerData") == []
    assert ("best" in data["layers"][0]["tallies"]) == has_deaths
