from csto_atlas.maps.downloads.border_table import make_borders
from csto_atlas.maps.downloads.credits import GEOMETRY, licence_of
from csto_atlas.maps.spec.parts import Border
from tests.made.downloads import name_all, read_rows
from tests.made.worlds import both, make_world


def test_a_part_of_a_border_has_its_length_and_where_the_line_comes_from():
    border = Border.model_validate(
        {
            "codes": ["AAA", "BBB"],
            "parts": {"main": both("Main part")},
            "figures": "lengths",
        }
    )
    table = make_borders(
        name_all(make_world().dataset), [(border, {"whole": 20.0, "main": 12.345})]
    )
    (row,) = read_rows(table)
    assert (row["code"], row["other_code"], row["part"]) == ("AAA", "BBB", "main")
    assert (row["part_ar"], row["length_km"]) == ("Main part", "12.3")
    assert row["origin"] == "OpenStreetMap contributors"
    assert licence_of(table.licence) == GEOMETRY
