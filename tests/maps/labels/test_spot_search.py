import numpy as np
import pytest
import shapely

from csto_atlas.maps.labels.candidates import LEAST_INSIDE
from csto_atlas.maps.labels.model import Constraints, FirstView, Lettering
from csto_atlas.maps.labels.numbers import number_at
from csto_atlas.maps.labels.spot_search import (
    LONGEST_LINE,
    add_costs,
    find_spots,
    is_allowed,
    pick_few,
)
from csto_atlas.maps.labels.spots import make_spots
from csto_atlas.maps.labels.surroundings import TerritoryShapes
from csto_atlas.maps.labels.wordings import Wording, word_name

NOWHERE = np.empty((0, 2))
NUMBER = number_at("AAA", "100", 0, 0, up=0)
FREE = Constraints((0.5, 2.0), NOWHERE)
BAND = (1.25, 2.0)
HOME = shapely.box(0, 0, 30, 30)
ALL = shapely.box(-400, -400, 400, 400)
SEA = {"HOM": HOME}
NAME = [Wording("Home", Lettering(13, bold=True))]


def around(shapes, marked=()):
    return TerritoryShapes(shapes, ["HOM", *marked], BAND).around("HOM", HOME, 100)


def find(shapes, marked=(), wordings=NAME):
    return find_spots(wordings, around(shapes, marked), None, FREE, BAND)


def drawn(spots, scales=BAND):
    return shapely.box(*spots.boxes(*scales).T)


def spot(point, offset=(0, 0), end=(np.nan, np.nan), wordings=NAME):
    return make_spots(
        np.array([point], dtype=float), wordings, np.array([0]),
        offset=np.array([offset], dtype=float), end=np.array([end], dtype=float),
    )  # fmt: skip


def test_an_island_has_its_name_on_the_water_without_a_line():
    spots = find(SEA)
    best = spots[np.array([np.argmin(spots.cost)])]
    assert not best.is_led[0]
    assert not shapely.intersects(HOME, drawn(best, (2, 2)))[0]
    assert shapely.distance(HOME, drawn(best, (2, 2)))[0] < 20


def test_no_spot_is_on_another_territory_with_a_status():
    west = shapely.box(-400, -400, 0, 400)
    spots = find({"HOM": HOME, "WST": west}, ["WST"])
    letters = shapely.box(*(spots.boxes(*BAND, shrink=np.array([[3, 6]]))).T)
    assert len(spots)
    assert not shapely.intersects(west.buffer(-1), letters).any()
    led = spots[spots.is_led]
    assert not shapely.intersects(west.buffer(-1), led.lines(2)).any()


def test_a_line_stands_on_the_land_of_one_without_a_status():
    land = shapely.box(-400, -400, 400, 400).difference(HOME)
    spots = find({"HOM": HOME, "LND": land})
    assert spots.is_led.any()
    assert (
        spots.is_led | (spots.inside >= LEAST_INSIDE)
    ).all()  # none is taken for its name


def test_no_line_is_longer_than_a_line_may_be():
    led = find(SEA)
    led = led[led.is_led]
    assert (np.hypot(*led.end.T) <= LONGEST_LINE).all()
    assert not shapely.intersects(drawn(led, (2, 2)), shapely.points(led.point)).any()


def test_a_territory_shut_in_by_others_with_a_status_has_no_spot():
    shut = shapely.box(-400, -400, 400, 400).difference(HOME)
    assert len(find({"HOM": HOME, "SHU": shut}, ["SHU"])) == 0


def test_a_good_part_of_a_name_that_overhangs_is_at_home():
    wide = [Wording("Homeland", Lettering(13, bold=True))]
    home = shapely.box(0, 0, 90, 60)
    ground = TerritoryShapes({"HOM": home}, ["HOM"], BAND).around("HOM", home, 100)
    spots = find_spots(wide, ground, None, FREE, BAND)
    over = spots[(spots.inside > 0) & ~spots.is_led]
    assert len(over)
    share = shapely.area(shapely.intersection(home, drawn(over, (2, 2))))
    assert (share / shapely.area(drawn(over, (2, 2))) > 0.3).all()


@pytest.mark.parametrize(
    ("constraints", "is_dearer"),
    [
        (FREE, False),
        (Constraints((0.5, 2.0), np.array([[0.0, 0.0]])), True),
        (Constraints((0.5, 2.0), np.array([[500.0, 0.0]])), False),
        (Constraints((0.5, 2.0), NOWHERE, (FirstView(HOME, 2, 1, 2),)), True),
        (Constraints((0.5, 2.0), NOWHERE, (FirstView(HOME, 9, 8, 9),)), False),
        (Constraints((0.5, 2.0), NOWHERE, (FirstView(ALL, 2, 1, 2),)), False),
        (Constraints((0.5, 2.0), NOWHERE, (FirstView(ALL, 2, 1, 2, HOME),)), True),
        (Constraints((0.5, 2.0), NOWHERE, standing=(NUMBER,)), True),
    ],
    ids=[
        "nothing",
        "a sign",
        "a sign elsewhere",
        "the first view",
        "another scale",
        "inside the view",
        "a lens",
        "a number",
    ],
)
def test_covering_a_sign_and_leaving_the_first_view_cost(constraints, is_dearer):
    plain = spot((0, 0))
    assert (add_costs(plain, constraints, BAND).cost > plain.cost)[0] == is_dearer


@pytest.mark.parametrize(("farthest", "has_lines"), [(9.0, True), (1.0, False)])
def test_no_lines_are_drawn_farther_than_any_first_view(farthest, has_lines):
    views = (FirstView(ALL, scale=1, nearest=0.5, farthest=farthest),)
    seen = Constraints((0.5, 2.0), NOWHERE, views)
    inland = around({"HOM": HOME, "LND": ALL.difference(HOME)})
    spots = find_spots(NAME, inland, None, seen, BAND)
    assert spots.is_led.any() == has_lines


def test_a_line_over_a_territory_with_a_status_is_not_allowed():
    east = shapely.box(60, -400, 80, 400)
    beyond = spot((15, 15), offset=(80, 0), end=(60, 0))
    assert not is_allowed(beyond, around({"HOM": HOME, "EST": east}, ["EST"]), BAND)[0]
    assert is_allowed(beyond, around({"HOM": HOME, "EST": east}), BAND)[0]


def test_the_few_picked_are_the_cheapest_and_lie_apart():
    points = np.column_stack([np.arange(0.0, 40.0), np.zeros(40)])
    spots = make_spots(points, NAME, np.zeros(40, dtype=int), cost=np.arange(40.0))
    few = pick_few(spots, 3, 10, BAND)
    assert few.point[:, 0].tolist() == [0, 10, 20]
    assert len(pick_few(spots, 99, 10, BAND)) == 4


def test_where_a_name_stood_before_is_a_little_cheaper():
    ways = word_name("Home", None, Lettering(13, bold=True))
    first = find_spots(ways, around(SEA), None, FREE, BAND)[np.array([0])]
    again = find_spots(ways, around(SEA), first, FREE, BAND)
    assert again.cost[-1] < first.cost[0]
    assert again.point[-1].tolist() == first.point[0].tolist()
