import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from csto_atlas.geodata.refresh.network import (
    Piece,
    align,
    dissolve,
    explode,
    find_arcs,
    find_sides,
    simplify_pieces,
)

#   +---------+---------+
#   |   WEST  |   EAST  |     one border, two coasts
#   +---------+---------+
WEST = Piece("west", shapely.box(0, 0, 100, 100))
EAST = Piece("east", shapely.box(100, 0, 200, 100))


def wave(offsets):
    """Return two pieces whose border wanders around x = 1000."""
    border = [(1000 + x, i * 100) for i, x in enumerate(offsets)]
    top = border[-1][1]
    return [
        Piece("west", shapely.Polygon([(0, 0), *border, (0, top)])),
        Piece("east", shapely.Polygon([(2000, 0), *border, (2000, top)])),
    ]


def test_arcs_end_where_borders_meet_the_coast():
    assert sorted(arc.length for arc in find_arcs([WEST, EAST])) == [100, 300, 300]


def test_a_border_has_two_sides_and_a_coast_has_one():
    arcs = find_arcs([WEST, EAST])
    assert sorted(map(len, find_sides(arcs, [WEST, EAST]))) == [1, 1, 2]


def test_pieces_that_almost_meet_are_brought_together():
    gap = Piece("east", shapely.box(100.3, 0, 200, 100))
    aligned = align([WEST, gap])
    assert shapely.coverage_is_valid([piece.polygon for piece in aligned])
    assert len(aligned) == 2


def test_the_tolerance_hears_what_lies_beside_an_arc():
    heard = []
    simplify_pieces([WEST, EAST], lambda arc, beside: heard.append(beside) or 1.0)
    assert sorted(heard) == [("east",), ("east", "west"), ("west",)]


@settings(deadline=None, max_examples=50)
@given(st.lists(st.floats(-300, 300), min_size=4, max_size=40))
def test_neighbours_go_on_sharing_their_border(offsets):
    pieces = simplify_pieces(align(wave(offsets)), lambda arc, beside: 50.0)
    shapes = dissolve(pieces, lambda label: label)
    assert shapely.coverage_is_valid(list(shapes.values()))
    assert all(shape.is_valid for shape in shapes.values())


@settings(deadline=None, max_examples=50)
@given(st.lists(st.floats(-300, 300), min_size=4, max_size=40))
def test_no_vertex_of_a_border_strays_further_than_the_tolerance(offsets):
    source = align(wave(offsets))
    before, after = (
        shapely.boundary([piece.polygon for piece in pieces if piece.label == "west"])
        for pieces in (source, simplify_pieces(source, lambda arc, beside: 50.0))
    )
    points = shapely.points(shapely.get_coordinates(before))
    assert shapely.distance(points, shapely.union_all(after)).max() <= 50.001


def test_an_island_stays_an_island():
    disc = Piece("island", shapely.Point(0, 0).buffer(100))
    (left,) = simplify_pieces([disc], lambda arc, beside: 500.0)
    assert left.polygon.area > 0


def test_a_shape_of_two_parts_becomes_two_pieces():
    both = shapely.union(shapely.box(0, 0, 1, 1), shapely.box(5, 5, 6, 6))
    assert [piece.label for piece in explode({"a": both})] == ["a", "a"]
