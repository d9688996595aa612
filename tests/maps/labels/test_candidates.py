import numpy as np
import pytest
import shapely

from csto_atlas.maps.labels.candidates import (
    LEAST_INSIDE,
    LINES,
    NEAR,
    lead,
    overhang,
    stand_beside,
)
from csto_atlas.maps.labels.model import PADDING, Lettering
from csto_atlas.maps.labels.surroundings import TerritoryShapes
from csto_atlas.maps.labels.wordings import Wording

HOME, LAND = shapely.box(0, 0, 60, 30), shapely.box(60, -400, 400, 400)
HEART = np.array([30.0, 15.0])
BAND = (1.25, 2.0)
NAME = [Wording("Home", Lettering(13, bold=True))]


@pytest.fixture
def around():
    ground = TerritoryShapes({"HOM": HOME, "AAA": LAND}, ["HOM"], BAND)
    return ground.around("HOM", HOME, 100)


def test_a_name_that_overhangs_has_its_middle_and_half_of_it_at_home():
    spots = overhang(NAME, HOME, HEART, BAND[1])
    assert len(spots)
    assert shapely.contains_xy(HOME, spots.point).all()
    assert (spots.inside >= LEAST_INSIDE).all()


def test_a_name_on_the_water_is_near_its_coast_and_on_no_land(around):
    spots = stand_beside(NAME, around, HEART, BAND)
    texts = spots.texts(BAND[1], BAND[1])
    assert len(spots)
    assert not shapely.intersects(LAND, texts).any()
    assert (shapely.distance(HOME, texts) < NEAR * BAND[1]).all()


def test_a_line_leads_from_the_middle_and_is_of_a_given_length(around):
    spots = lead(NAME, around, HEART, BAND)
    lengths = np.hypot(*spots.end.T) - PADDING / 2
    assert (spots.point == HEART).all()
    assert {*np.rint(lengths)} <= {n + d for n in LINES for d in (-1, 0, 1)}


def test_a_line_over_land_costs_more_than_one_over_water(around):
    spots = lead(NAME, around, HEART, BAND)
    shortest = np.hypot(*spots.end.T) < LINES[0] + PADDING
    east, west = (spots.cost[shortest & (spots.offset[:, 0] * s > 30)] for s in (1, -1))
    assert east.min() > west.min()
