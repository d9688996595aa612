import shapely

from csto_atlas.geodata.refresh.network import Piece, align
from csto_atlas.geodata.refresh.parts import drop_islands, give_away

MAINLAND = Piece(("AAA", ()), shapely.box(0, 0, 100, 100))
NEIGHBOUR = Piece(("BBB", ()), shapely.box(100, 0, 200, 100))
ISLET = Piece(("AAA", ()), shapely.box(300, 0, 303, 3))
ENCLAVE = Piece(("CCC", ()), shapely.box(200, 0, 203, 3))
CAPE = Piece(("AAA", ("area",)), shapely.box(98, 100, 108, 103))


def test_a_small_island_is_dropped():
    assert drop_islands([MAINLAND, ISLET], 100) == [MAINLAND]


def test_a_small_state_on_the_mainland_is_not():
    assert drop_islands([NEIGHBOUR, ENCLAVE], 100) == [NEIGHBOUR, ENCLAVE]


def test_a_small_exclave_goes_to_the_state_it_borders():
    (left,) = give_away(align([NEIGHBOUR, ENCLAVE]), lambda label: 100)
    assert left.label == ("BBB", ())
    assert left.polygon.area == 10_009


def test_a_small_part_of_an_area_stays_in_its_state():
    # It borders two metres of its own state and eight of the neighbour.
    given = give_away(align([MAINLAND, NEIGHBOUR, CAPE]), lambda label: 100)
    areas = {piece.label: piece.polygon.area for piece in given}
    assert areas == {("AAA", ()): 10_030, ("BBB", ()): 10_000}


def test_a_small_island_is_given_to_nobody():
    assert give_away([MAINLAND, ISLET], lambda label: 100) == [MAINLAND, ISLET]
