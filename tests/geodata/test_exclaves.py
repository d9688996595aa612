import geopandas as gpd
import pytest
import shapely

from csto_atlas.geodata.exclaves import settle_exclaves

SPOT = shapely.box(2.4, 0.4, 2.6, 0.6)


@pytest.fixture
def territories():
    return gpd.GeoDataFrame(
        {"code": ["AAA", "BBB", "CCC"]},
        geometry=[shapely.box(x, 0, x + 1, 1) for x in (0, 2, 5)],
        crs=4326,
    )


def exclave(code, shape=SPOT):
    return gpd.GeoDataFrame({"code": [code]}, geometry=[shape], crs=4326)


def shapes_of(frame):
    return dict(zip(frame["code"], frame.geometry, strict=True))


def test_an_exclave_goes_from_its_holder_to_the_state_it_belongs_to(territories):
    settled = shapes_of(settle_exclaves(territories, exclave("AAA")))
    assert settled["AAA"].covers(SPOT)
    assert settled["AAA"].area == pytest.approx(1.04)
    assert settled["BBB"].intersection(SPOT).area == 0
    assert settled["BBB"].area == pytest.approx(0.96)


def test_an_exclave_that_two_states_share_is_taken_from_both():
    halves = gpd.GeoDataFrame(
        {"code": ["AAA", "BBB", "CCC"]},
        geometry=[
            shapely.box(0, 0, 1, 1),
            shapely.box(2, 0, 2.5, 1),
            shapely.box(2.5, 0, 3, 1),
        ],
        crs=4326,
    )
    settled = settle_exclaves(halves, exclave("AAA"))
    assert shapely.area(settled.geometry.array).tolist() == pytest.approx(
        [1.04, 0.48, 0.48]
    )


def test_nothing_else_changes(territories):
    before = territories.copy(deep=True)
    settled = settle_exclaves(territories, exclave("AAA"))
    assert territories.equals(before)
    assert list(settled["code"]) == ["AAA", "BBB", "CCC"]
    assert settled.crs == territories.crs
    assert settled.geometry.iloc[2] == territories.geometry.iloc[2]


def test_an_exclave_of_a_state_that_is_not_drawn_stays_with_its_holder(territories):
    assert settle_exclaves(territories, exclave("ZZZ")).equals(territories)


def test_ground_that_was_its_own_already_stays_as_large(territories):
    settled = settle_exclaves(territories, exclave("BBB"))
    assert shapely.area(settled.geometry.array).tolist() == pytest.approx([1, 1, 1])
