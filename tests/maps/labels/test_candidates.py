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


def test_two_fifths_of_a_name_that_overhangs_are_at_home():
    spots = overhang(NAME, HOME, HEART, BAND[1])
    texts = shapely.box(*spots.boxes(BAND[1], BAND[1]).T)
    share = shapely.area(shapely.intersection(HOME, texts)) / shapely.area(texts)
    assert (spots.inside >= LEAST_INSIDE).all()
    assert share.min() > 0.3  # letters count, not the space around them
    assert not shapely.contains_xy(HOME, spots.point).all()


def test_the_more_of_a_name_is_at_home_the_less_it_costs():
    spots = overhang(NAME, HOME, HEART, BAND[1])
    assert spots.inside[np.argmin(spots.cost)] == spots.inside.max()


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
