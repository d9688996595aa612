import pytest
import shapely

import build
from csto_atlas.geodata.grounds import load_register
from csto_atlas.maps.shapes.load import load_geodata, load_lines, load_terrain
from csto_atlas.maps.spec.load import list_specs, load_spec
from csto_atlas.maps.spec.placement import place_map
from tests.conftest import DATA

EXCLAVES = {"artsvashen": "ARM", "barkhudarli": "AZE", "yukhari-askipara": "AZE"}


@pytest.fixture(scope="module")
def geodata():
    """Return a function: the shapes of a map of the atlas, with changes to its spec."""

    files = load_register(build.GEODATA).default

    def load(name, **changes):
        spec = load_spec(list_specs(DATA)[name]).with_changes(**changes)
        return load_geodata(build.GEODATA, place_map(spec, {}, [], files))

    return load


def ground_of(frame, point):
    return set(frame["code"][frame.contains(point)])


@pytest.mark.parametrize(("area", "code"), EXCLAVES.items())
def test_an_exclave_is_settled_where_the_spec_says_so(geodata, area, code):
    held, settled = geodata("border", has_exclaves=False), geodata("border")
    outline = settled.areas.set_index("area").geometry[area]
    point = shapely.point_on_surface(outline)
    (holder,) = {"ARM", "AZE"} - {code}
    assert ground_of(settled.boundaries, point) == {code}
    assert ground_of(settled.source, point) == {holder}
    assert ground_of(held.boundaries, point) == {holder}
    assert area not in set(held.areas["area"])


def test_settling_keeps_every_other_state_as_it_is(geodata):
    found = geodata("border")
    pairs = zip(found.boundaries.geometry, found.source.geometry, strict=True)
    changed = {
        code
        for code, (new, old) in zip(found.source["code"], pairs, strict=True)
        if new != old
    }
    assert changed == {"ARM", "AZE"}


def test_a_map_without_exclaves_is_drawn_from_its_source(geodata):
    found = geodata("membership")
    assert found.boundaries.equals(found.source)
    assert not set(EXCLAVES) & set(found.areas["area"])


def test_what_a_map_does_not_have_is_empty(geodata):
    found = geodata("membership")
    assert [len(frame) for frame in (found.lines, found.provinces)] == [0, 0]
    assert found.lengths == {}
    assert len(geodata("membership", lakes=None).lakes) == 0


def test_the_map_of_the_border_has_its_lines_provinces_and_lengths(geodata):
    found = geodata("border")
    assert set(found.lines["line"]) == set(load_lines(build.GEODATA)["line"])
    assert "syunik" in set(found.provinces["province"])
    assert found.lengths["whole"] == pytest.approx(929, abs=1)


@pytest.fixture(scope="module")
def terrain():
    return load_terrain(build.GEODATA, ("ARM", "AZE"))


def test_the_ground_of_events_is_the_finest_first(terrain):
    assert [ground.error_km for ground in terrain.grounds] == [0, 0, 25, 4]


@pytest.mark.parametrize(("area", "code"), EXCLAVES.items())
def test_the_ground_of_events_has_the_exclaves_settled(terrain, area, code):
    point = shapely.point_on_surface(terrain.outlines.set_index("area").geometry[area])
    assert ground_of(terrain.grounds[0].territories, point) == {code}


def test_every_area_of_the_ground_is_there_once_and_the_finest(terrain, geodata):
    names = list(terrain.outlines["area"])
    assert len(names) == len(set(names))
    fine = geodata("border").areas.set_index("area").geometry
    outlines = terrain.outlines.set_index("area").geometry
    assert outlines["karabakh-1994"] == fine["karabakh-1994"]
    assert {"crimea", "karabakh-2020", "artsvashen"} <= set(names)


def test_the_border_is_that_with_the_exclaves_left_to_their_holders(terrain):
    exclave = terrain.outlines.set_index("area").geometry["artsvashen"]
    assert not terrain.border.intersects(exclave)
