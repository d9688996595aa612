import json

import shapely

from csto_atlas.geodata.refresh.planes import EURASIA, shift_east
from csto_atlas.geodata.refresh.write import round_to, write_geojson, write_table


def test_the_same_shapes_make_the_same_bytes(tmp_path):
    shapes = [({"code": "AAA"}, shapely.Point(1, 2).buffer(1))]
    for name in ("one", "two"):
        write_geojson(tmp_path / name, shapes, 4)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_coordinates_are_rounded_and_never_minus_zero(tmp_path):
    path = tmp_path / "shape.geojson"
    write_geojson(path, [({}, shapely.LineString([(-1e-9, 1.23456), (2, 3)]))], 4)
    (feature,) = json.loads(path.read_text())["features"]
    assert feature["geometry"]["coordinates"] == [[0.0, 1.2346], [2.0, 3.0]]
    assert "-0.0" not in path.read_text()


def test_shared_vertices_stay_shared():
    point = (1.00004999, 0.5)
    one = shapely.Polygon([(0, 0), point, (0, 1)])
    other = shapely.Polygon([(2, 0), point, (2, 1)])
    corners = [
        {tuple(c) for c in shapely.get_coordinates(round_to(shape, 4))}
        for shape in (one, other)
    ]
    assert len(corners[0] & corners[1]) == 1


def test_a_table_has_unix_line_ends(tmp_path):
    path = tmp_path / "table.csv"
    write_table(path, ("code", "note"), [("AAA", "one, two")])
    assert path.read_bytes() == b'code,note\nAAA,"one, two"\n'


def test_what_ends_west_of_100_w_is_put_east_of_180():
    assert shift_east(shapely.box(-180, 64, -170, 68)).bounds == (180, 64, 190, 68)
    assert shift_east(shapely.box(-60, 64, -50, 68)).bounds == (-60, 64, -50, 68)


def test_the_way_to_the_plane_and_back_ends_where_it_began():
    point = shapely.Point(189.5, 66.0)
    assert EURASIA.unproject(EURASIA.project(point)).distance(point) < 1e-7
