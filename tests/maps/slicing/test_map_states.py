"""Everything that changes on one map."""

from csto_atlas.maps.slicing.map_states import make_runs
from tests.maps.worlds import make_world


def test_contingents_are_sliced_only_where_routes_are_drawn(all_facts):
    assert all_facts["almaty"].runs.routes
    assert not all_facts["border"].runs.routes
    assert not all_facts["almaty"].runs.lines


def test_only_the_areas_of_a_map_have_holders():
    runs = make_runs(make_world())
    assert set(runs.held) == set(runs.areas) == {"valley"}
