"""Counts of parts add up to those of all, in any order."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csto_atlas.events.layers.rows import Chunk
from csto_atlas.maps.layers import aggregate as bins
from csto_atlas.maps.layers.aggregate import Bins, add_bins, bin_chunk
from csto_atlas.maps.layers.build import show_bins
from csto_atlas.maps.layers.plan import find_resolutions, make_plan
from tests.made.read_layers import SETTING, SPEC, TICKS, make_made, scatter


@pytest.mark.slow
@settings(max_examples=6, deadline=None)
@given(
    seed=st.integers(0, 10**6),
    order=st.permutations(range(4)),
    few=st.sampled_from([0, 30, 1500]),
    most=st.integers(3, 40),
)
def test_parts_may_be_added_in_any_order(tmp_path_factory, seed, order, few, most):
    layer = make_made(tmp_path_factory.mktemp("layer"))
    plan = make_plan(layer, SPEC, TICKS, SETTING)
    rows = scatter(60, seed)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bins, "FEW", few)
        patch.setattr(bins, "CELLS", most)
        whole = bin_chunk(Chunk(layer.path, 2, rows), plan)
        parts = [bin_chunk(Chunk(layer.path, 2, rows.iloc[n::4]), plan) for n in order]
        one = add_bins(add_bins(parts[0], parts[1]), add_bins(parts[2], parts[3]))
        other = add_bins(parts[0], add_bins(parts[1], add_bins(parts[2], parts[3])))
    assert show_bins(layer, one) == show_bins(layer, whole)
    assert show_bins(layer, other) == show_bins(layer, whole)
    assert one.cells.keys() == whole.cells.keys()


def test_nothing_has_nothing(tmp_path):
    layer = make_made(tmp_path)
    empty = scatter(1).iloc[:0]
    plan = make_plan(layer, SPEC, TICKS, SETTING)
    for found in (Bins(), bin_chunk(Chunk(layer.path, 2, empty), plan)):
        shown = show_bins(layer, found)
        assert (shown.events, shown.cells, shown.grounds, shown.total) == (
            (),
            (),
            (),
            0,
        )


def test_an_event_that_began_before_the_timeline_counts_in_its_first_step(tmp_path):
    layer = make_made(tmp_path)
    rows = pd.DataFrame([
        dict(scatter(1).iloc[0]) | {"first": "1991-12-30", "last": "1992-01-02",
                              "lat": "48", "lon": "66"},
        dict(scatter(1).iloc[0]) | {"first": "1994-02-27", "last": "1994-04-01",
                              "lat": "48", "lon": "66", "id": "gap"},
    ])  # fmt: skip
    found = bin_chunk(
        Chunk(layer.path, 2, rows), make_plan(layer, SPEC, TICKS, SETTING)
    )
    assert list(found.cells[0]["tick"]) == [0, 2]
    spans = {e.id: (e.first, e.last) for e in show_bins(layer, found).events}
    assert spans == {"e0": (0, 0), "gap": (2, 3)}


def test_cells_are_as_large_as_one_can_see_on_the_map():
    world = (-18_000, -9_000, 18_000, 9_000)
    laea = "+proj=laea +lat_0=48 +lon_0=72 +units="
    assert find_resolutions(f"{laea}km", world) == (0, 1)
    metres = tuple(1000 * x for x in world)
    assert find_resolutions(f"{laea}m", metres) == (0, 1)
    assert max(find_resolutions(f"{laea}km", (0, 0, 700, 500))) == 5
