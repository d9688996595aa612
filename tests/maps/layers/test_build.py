"""Layers on a map: the same as joining row by row, however many there are."""

import sys
from datetime import date

import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from csto_atlas.events.errors import DataError
from csto_atlas.events.layers.cells import EPOCH
from csto_atlas.maps.joins.row_coverage import join_days, make_setting
from csto_atlas.maps.joins.terrain import Terrain
from csto_atlas.maps.layers import aggregate as bins
from csto_atlas.maps.layers import build
from csto_atlas.maps.layers.build import make_layer, make_layers, unwrap_ring
from tests.made.read_layers import (
    SETTING,
    SPEC,
    TERRAIN,
    TICKS,
    WORLD,
    cell_of,
    expect,
    make_made,
    scatter,
    tallies,
    write,
)
from tests.made.worlds import make_membership, make_spec

pytestmark = pytest.mark.slow  # joins with the real boundaries


def make(folder, rows, spec=SPEC, **changes):
    write(rows, folder / "made.csv")
    return make_layer(make_made(folder, **changes), spec, TICKS, SETTING)


def as_told(event):
    return {
        "id": event.id, "at": event.at, "days": (event.first, event.last),
        "radius": event.radius_km, "exact": event.has_exact_date, "codes": event.codes,
        "area": event.area, "statuses": event.statuses, "border_km": event.border_km,
        "low": event.low, "best": event.best, "high": event.high,
    }  # fmt: skip


def cells_of(layer):
    return {
        (cell.id, tick): tally
        for cell in layer.cells
        for tick, tally in cell.tallies.items()
    }


def grounds_of(layer):
    return {(g.tick, g.codes, g.area, g.statuses): g.tally for g in layer.grounds}


@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 10**6), number=st.integers(1, 60))
def test_few_events_are_joined_as_those_of_the_data_set(tmp_path_factory, seed, number):
    rows = scatter(number, seed)
    layer = make(tmp_path_factory.mktemp("layer"), rows)
    found, undated, outside = expect(rows)
    assert (layer.total, layer.undated, layer.outside) == (number, undated, outside)
    assert layer.cells == ()
    assert layer.resolution is None
    told = {event.id: as_told(event) for event in layer.events}
    assert told.keys() == {event["id"] for event in found}
    for event in found:
        assert told[event["id"]] == event
    ordered = [(e.start, e.end, e.id) for e in layer.events]
    assert ordered == sorted(ordered)


@pytest.mark.slow
@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 10**6), number=st.integers(1, 80), most=st.integers(1, 40))
def test_many_events_are_counted_by_cell_and_tick(tmp_path_factory, seed, number, most):
    rows = scatter(number, seed)
    found, *_ = expect(rows)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bins, "FEW", 0)
        patch.setattr(bins, "CELLS", most)
        layer = make(tmp_path_factory.mktemp("layer"), rows)
    if not found:
        assert (layer.events, layer.cells) == ((), ())
        return
    grid = layer.resolution
    assert layer.events == ()
    assert cells_of(layer) == tallies(found, lambda e: cell_of(e, grid))
    assert grid == 0 or len(layer.cells) <= most
    finer = {cell_of(e, grid + 1)[0] for e in found}
    assert grid == 4 or len(finer) > most


@settings(max_examples=6, deadline=None)
@given(seed=st.integers(0, 10**6), number=st.integers(0, 60))
def test_every_event_is_counted_on_its_ground(tmp_path_factory, seed, number):
    rows = scatter(number, seed)
    layer = make(tmp_path_factory.mktemp("layer"), rows)
    found, *_ = expect(rows)
    by = tallies(found, lambda e: (e["days"][0], e["codes"], e["area"], e["statuses"]))
    assert grounds_of(layer) == by


@pytest.mark.slow
@pytest.mark.parametrize("size", [23, 100, 1000])
def test_rows_may_be_read_in_chunks_of_any_size(tmp_path, monkeypatch, size):
    from csto_atlas.maps.layers.build import show_bins
    from csto_atlas.maps.layers.plan import make_plan
    from csto_atlas.maps.layers.scheduler import collect_bins

    monkeypatch.setattr(bins, "FEW", 60)
    write(scatter(230), tmp_path / "made.csv")
    made = make_made(tmp_path)
    plan = make_plan(made, SPEC, TICKS, SETTING)
    assert show_bins(made, collect_bins(plan, size=size)) == show_bins(
        made, collect_bins(plan)
    )
    assert show_bins(made, collect_bins(plan)).cells != ()


def test_geoparquet_and_csv_say_the_same(tmp_path):
    rows = scatter(200)
    csv = make(tmp_path, rows)
    write(rows, tmp_path / "made.parquet")
    assert make(tmp_path, rows, file="made.parquet") == csv


def test_the_limit_of_pairs_is_kept_as_well(tmp_path, monkeypatch):
    monkeypatch.setattr(bins, "FEW", 0)
    rows = scatter(300)
    fine = make(tmp_path, rows)
    monkeypatch.setattr(bins, "PAIRS", len(cells_of(fine)) - 1)
    coarse = make(tmp_path, rows)
    assert coarse.resolution < fine.resolution
    assert len(cells_of(coarse)) < len(cells_of(fine))


def test_a_layer_whose_rows_may_not_be_shared_keeps_its_words_to_itself(tmp_path):
    rows = scatter(20)
    assert {e.text for e in make(tmp_path, rows).events} == {"What was said of it"}
    closed = make(tmp_path, rows, share="cells")
    assert {(e.text, e.source) for e in closed.events} == {("", "")}
    assert closed.share == "cells"


def test_control_characters_do_not_reach_a_page(tmp_path):
    layer = make(tmp_path, scatter(20).assign(title="One\x1b[31m\x07two"))
    assert {e.title for e in layer.events} == {"One [31m two"}


def test_codes_become_the_words_of_the_source(tmp_path):
    assert {e.kind for e in make(tmp_path, scatter(20)).events} == {"Fighting", "2"}


def test_a_layer_without_estimates_says_so(tmp_path):
    columns = {k: v for k, v in make_made(tmp_path).columns if v}
    for name in ("low", "best", "high"):
        columns.pop(name)
    layer = make(tmp_path, scatter(20), columns=columns)
    assert not layer.has_deaths
    assert {(e.low, e.best, e.high) for e in layer.events} == {(None, None, None)}


def test_without_a_border_no_distance_is_told(tmp_path):
    terrain = Terrain(TERRAIN.grounds, TERRAIN.outlines, shapely.MultiLineString())
    write(scatter(20), tmp_path / "made.csv")
    setting = make_setting(WORLD.dataset, terrain)
    layer = make_layer(make_made(tmp_path), SPEC, TICKS, setting)
    assert {event.border_km for event in layer.events} == {None}


def test_a_row_before_the_day_by_which_a_status_had_begun_is_not_sure():
    dataset = WORLD.dataset.model_copy(
        update={"memberships": (make_membership("AAA", "member", "[..1992-05-15]"),)}
    )
    days = [date(1992, 5, day).toordinal() - EPOCH for day in (13, 14, 15)]
    rows = pd.DataFrame({"lon": 0.0, "lat": 0.0, "codes": "AAA", "start": days})
    joined = join_days(rows.assign(end=days), make_setting(dataset, TERRAIN))
    assert list(joined["statuses"]) == ["member?", "member?", "member"]


def test_few_events_need_no_library_for_cells_and_many_say_what_to_install(
    tmp_path, monkeypatch
):
    monkeypatch.setitem(sys.modules, "h3", None)
    assert make(tmp_path, scatter(20)).events != ()
    monkeypatch.setattr(bins, "FEW", 5)
    with pytest.raises(DataError, match=r"needs the extra 'scale'; .*make scale"):
        make(tmp_path, scatter(20))


def test_a_map_shows_the_layers_it_names_in_its_order(tmp_path):
    write(scatter(20), tmp_path / "made.csv")
    one, two = (make_made(tmp_path, id=name) for name in ("one", "two"))
    spec = make_spec(layers=["two", "one"])
    layers = make_layers([one, two], spec, TICKS, SETTING)
    assert [layer.id for layer in layers] == ["two", "one"]
    assert make_layers([one, two], make_spec(), TICKS, SETTING) == ()


def test_the_layers_of_a_map_share_one_bound_of_rows(tmp_path, monkeypatch):
    monkeypatch.setattr(build, "MOST_ROWS", 30)
    write(scatter(20), tmp_path / "made.csv")
    one, two = (make_made(tmp_path, id=name) for name in ("one", "two"))
    assert make_layers([one], make_spec(layers=["one"]), TICKS, SETTING)
    with pytest.raises(DataError, match="more than 30 rows in the layers of the map"):
        make_layers([one, two], make_spec(layers=["two", "one"]), TICKS, SETTING)


@given(st.integers(0, 3), st.floats(-90, 90), st.floats(-180, 180))
def test_the_ring_of_a_cell_is_in_one_piece(grid, lat, lon):
    import h3

    cell = h3.latlng_to_cell(lat, lon, grid)
    ring = [(x, y) for y, x in h3.cell_to_boundary(cell)]
    xs = [x for x, _ in unwrap_ring(ring)]
    poles = (h3.latlng_to_cell(90, 0, grid), h3.latlng_to_cell(-90, 0, grid))
    assert cell in poles or max(xs) - min(xs) <= 180
    assert min(xs) >= -180
