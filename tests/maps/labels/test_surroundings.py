import pytest
import shapely

from csto_atlas.maps.labels.surroundings import TerritoryShapes, largest

SHAPES = {
    "HOM": shapely.box(0, 0, 30, 30),
    "AAA": shapely.box(30, 0, 60, 30),
    "BBB": shapely.box(0, 30, 30, 60),
    "FAR": shapely.box(900, 900, 930, 930),
}


@pytest.fixture
def around():
    ground = TerritoryShapes(SHAPES, ["HOM", "AAA", "FAR"], (1.25, 2.0))
    return ground.around("HOM", SHAPES["HOM"], 100)


def test_territories_with_a_status_are_told_from_the_others(around):
    assert around.marked.equals(SHAPES["AAA"])
    assert around.land.equals(shapely.union(SHAPES["AAA"], SHAPES["BBB"]))


def test_what_is_named_is_the_largest_part():
    island = shapely.box(100, 100, 110, 110)
    both = shapely.MultiPolygon([island, SHAPES["HOM"]])
    assert largest(both).equals(SHAPES["HOM"])
