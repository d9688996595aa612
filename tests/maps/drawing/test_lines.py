from dataclasses import replace

import geopandas as gpd
import shapely

from csto_atlas.maps.drawing.lines import draw_lines, split_border
from tests.made.worlds import both, make_spec, make_world

GEODATA = make_world().geodata
BORDER = {
    "codes": ["AAA", "BBB"],
    "parts": {"long": both("Long"), "short": both("Short")},
    "figures": "lengths",
}
SPEC = make_spec(border=BORDER)


def with_bay():
    """Cut a bay into the border: 3 degrees remain in the south, 4 in the north."""
    states = GEODATA.boundaries.geometry
    bay = shapely.box(70, 47, 71, 48)
    cut = gpd.GeoSeries([states[0], states[1].difference(bay), states[2]], crs=4326)
    frame = GEODATA.boundaries.set_geometry(cut)
    return replace(GEODATA, source=frame)


def with_front():
    front = shapely.LineString([(71, 45), (73, 47)])
    lines = gpd.GeoDataFrame({"line": ["front"]}, geometry=[front], crs=4326)
    return replace(GEODATA, lines=lines)


def test_the_parts_of_a_border_are_named_the_longest_first():
    parts = dict(split_border(SPEC.border, with_bay().source))
    assert {name: line.bounds for name, line in parts.items()} == {
        "long": (70, 48, 70, 52),
        "short": (70, 44, 70, 47),
    }


def test_a_border_is_drawn_without_any_changes():
    (line,) = draw_lines(SPEC, GEODATA, {})
    assert (line.key, line.style, line.is_border) == ("long", "border", True)
    assert line.path.startswith("m")


def test_the_border_comes_before_the_lines():
    found = draw_lines(SPEC, with_front(), {"front": ((0, "drawn"),)})
    assert [line.style for line in found] == ["border", "line-0"]


def test_the_styles_of_lines_are_counted_without_the_border():
    lines = draw_lines(make_spec(), with_front(), {"front": ((0, "drawn"),)})
    assert [(line.key, line.style) for line in lines] == [("front", "line-0")]


def test_a_line_without_dates_is_not_drawn():
    assert draw_lines(make_spec(), with_front(), {}) == []
