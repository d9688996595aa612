import re
from math import hypot

import shapely
from hypothesis import given
from hypothesis import strategies as st

from csto_atlas.maps.layers.class_breaks import MOST
from csto_atlas.maps.layers.hexagons import draw_cells, write_shapes
from tests.made.drawn_layers import make_cell, make_layer
from tests.made.worlds import make_spec

SHADES = range(1, MOST + 1)
FAR = (-60.0, 10.0)  # beyond the drawing


def points(path):
    """Read the corners of a hexagon's path."""
    found = re.fullmatch(r"M(-?\d+) (-?\d+)l([-\d ]+)z", path)
    x, y = int(found[1]), int(found[2])
    steps = [int(number) for number in re.findall(r"-?\d+", found[3])]
    corners = [(x, y)]
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + dx, y + dy
        corners.append((x, y))
    return corners


def draw(*cells):
    return draw_cells(make_layer(cells=cells), make_spec())


def test_a_hexagon_lies_around_the_point_it_is_the_cell_of():
    spec = make_spec()
    drawn = draw(make_cell(at=(72.0, 48.0), t0=(1, 0, 0, 0, 0, 0)))
    corners = points(drawn.cells[0].path(5))
    middle = spec.plane.size[0] / 2, spec.plane.size[1] / 2
    assert len(corners) in (5, 6)
    assert shapely.Polygon(corners).contains(shapely.Point(middle))


@given(st.floats(62, 82), st.floats(42, 54), st.integers(2, 4))
def test_a_darker_hexagon_is_a_larger_one_around_the_same_middle(lon, lat, grid):
    drawn = draw(make_cell(at=(lon, lat), grid=grid, t0=(1, 0, 0, 0, 0, 0))).cells[0]
    areas = [shapely.Polygon(points(drawn.path(shade))).area for shade in SHADES]
    assert areas == sorted(areas)
    assert areas[0] < areas[-1] * 0.4
    for shade in SHADES:
        middle = shapely.Polygon(points(drawn.path(shade))).centroid
        assert hypot(middle.x - drawn.middle[0], middle.y - drawn.middle[1]) < 2.5


def test_a_cell_beyond_the_drawing_is_left_out():
    here = make_cell(t0=(1, 0, 0, 0, 0, 0))
    away = make_cell(at=FAR, t0=(9, 0, 0, 0, 0, 0))
    assert [drawn.cell for drawn in draw(here, away).cells] == [here]


def test_a_tick_shows_only_the_cells_in_which_something_happened():
    one = make_cell(t0=(1, 0, 0, 0, 0, 0), t2=(40, 0, 0, 0, 0, 0))
    other = make_cell(at=(72.0, 48.0), t2=(2, 0, 0, 0, 0, 0))
    drawn = draw(one, other)
    by_tick = [[cell.cell.id for n, _ in drawn.at(t) for cell in [drawn.cells[n]]]
               for t in range(3)]  # fmt: skip
    assert by_tick == [[one.id], [], [one.id, other.id]]
    assert [drawn.count(tick) for tick in range(3)] == [1, 0, 42]


def test_paths_of_a_tick_are_by_the_class_of_their_number():
    one = make_cell(t0=(1, 0, 0, 0, 0, 0), t1=(25, 0, 0, 0, 0, 0))
    other = make_cell(at=(72.0, 48.0), t1=(7, 0, 0, 0, 0, 0))
    drawn = draw(one, other)
    assert drawn.breaks == (1, 2, 5, 10, 20)
    first, second = drawn.cells
    assert drawn.paths(0) == [
        (1, first.path(1)), (2, ""), (3, ""), (4, ""), (5, "")
    ]  # fmt: skip
    assert drawn.paths(1) == [
        (1, ""), (2, ""), (3, second.path(3)), (4, ""), (5, first.path(5))
    ]  # fmt: skip


def test_a_cell_across_the_antimeridian_is_drawn_in_one_piece():
    spec = make_spec(
        projection="+proj=laea +lat_0=70 +lon_0=180 +units=km",
    )
    cell = make_cell(at=(179.9, 70.0), grid=2, t0=(1, 0, 0, 0, 0, 0))
    ring = tuple((lon + 360 if lon < 0 else lon, lat) for lon, lat in cell.ring)
    layer = make_layer(cells=[type(cell)(cell.id, ring, cell.tallies)])
    (drawn,) = draw_cells(layer, spec).cells
    assert shapely.Polygon(points(drawn.path(5))).area < 400**2
    assert -180 <= drawn.lon <= 180


def test_shapes_are_written_as_differences_from_cell_to_cell():
    cells = draw(
        make_cell(t0=(5, 0, 0, 0, 0, 0)),
        make_cell(at=(67.0, 48.0), t0=(4, 0, 0, 0, 0, 0)),
    ).cells
    shapes = write_shapes(cells)
    assert shapes["corners"] == [6, 6]
    assert shapes["dx"][:6] == [x for x, _ in cells[0].corners]
    assert [a + b for a, b in zip(shapes["dy"][:6], shapes["dy"][6:], strict=True)] == [
        y for _, y in cells[1].corners
    ]
