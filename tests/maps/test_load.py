"""What a notebook loads: a map as its author wrote it, placed and checked."""

import pytest

import build
from csto_atlas.events.errors import DataError
from csto_atlas.maps.load import load_map
from csto_atlas.maps.spec.load import load_spec

STARTER = build.ROOT / "events" / "starter"


@pytest.fixture(scope="module")
def spec():
    return load_spec(STARTER / "maps" / "membership.yml")


def test_a_map_as_written_is_placed(spec):
    assert spec.is_open
    world, _ = load_map(STARTER, spec, "en")
    assert set(world.geodata.boundaries["code"]) > {"BEL", "LUX", "NLD"}


def test_what_a_changed_map_names_must_be_in_the_data_set(spec):
    changed = spec.with_changes(towns=["atlantis"], overlays=["nobody"])
    with pytest.raises(DataError) as caught:
        load_map(STARTER, changed, "en")
    assert "unknown place 'atlantis'" in str(caught.value)
    assert "unknown organisation 'nobody'" in str(caught.value)


def test_a_map_without_any_member_says_what_is_missing(spec):
    with pytest.raises(DataError, match="nothing tells where the map is"):
        load_map(STARTER, spec.with_changes(states={}), "en")
