import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from csto_atlas.geodata.place_rules import OPTIONAL, require
from csto_atlas.geodata.places import LANGUAGES, check_places, load_places

COLUMNS = (*require(LANGUAGES), "other_name_en", *OPTIONAL)
GOOD = {
    "place": "khankendi",
    "name_en": "Khankendi",
    "name_ar": "خانكندي",
    "name_ru": "Ханкенди",
    "other_name_en": "Stepanakert",
    "lat": "39.8177",
    "lon": "46.7528",
    "precision": "exact",
    "code": "AZE",
    "geonames_id": "146970",
    "source": "GeoNames",
}


def write(folder, *rows, columns=COLUMNS):
    lines = [",".join(row.get(column, "") for column in columns) for row in rows]
    path = folder / "places.csv"
    path.write_text("\n".join([",".join(columns), *lines, ""]), encoding="utf-8")
    return path


def problems_of(folder, **changes):
    _, problems = load_places(write(folder, GOOD | changes))
    return "\n".join(map(str, problems))


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85", "\x0c"])
def test_a_sign_that_ends_lines_elsewhere_ends_no_row(tmp_path, sign):
    note = f'"before{sign}after"'
    places, problems = load_places(write(tmp_path, GOOD | {"note": note}))
    assert problems == []
    assert places["khankendi"].note == f"before{sign}after"


def test_a_place_keeps_its_names_and_its_line(tmp_path):
    path = write(tmp_path, GOOD)
    places, problems = load_places(path)
    place = places["khankendi"]
    assert not problems
    assert place.names["ar"] == "خانكندي"
    assert place.other_names == {"en": "Stepanakert"}
    assert place.point.equals(shapely.Point(46.7528, 39.8177))
    assert place.where == f"{path}:2"


def test_an_exact_place_has_no_radius(tmp_path):
    places, _ = load_places(write(tmp_path, GOOD))
    assert places["khankendi"].radius_km == 0


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"lat": "146.7"}, "lat '146.7'; expected degrees from -90 to 90"),
        ({"lon": "east"}, "lon 'east'; expected degrees from -180 to 180"),
        ({"lat": ""}, "no lat; expected one"),
        ({"name_ar": ""}, "no name_ar; expected one"),
        (
            {"precision": "roughly"},
            "precision 'roughly'; expected exact or approximate",
        ),
        ({"precision": "approximate"}, "radius_km '' with precision 'approximate'"),
        ({"radius_km": "3"}, "radius_km '3' with precision 'exact'"),
        ({"geonames_id": "12a"}, "geonames_id '12a'; expected a whole number"),
        ({"note": "one,two"}, "too many or too few cells"),
    ],
)
def test_a_wrong_cell_is_named(tmp_path, changes, message):
    found = problems_of(tmp_path, **changes)
    assert message in found
    assert "places.csv:2: " in found


def test_every_wrong_cell_is_named(tmp_path):
    found = problems_of(tmp_path, lat="99", lon="999", precision="?")
    assert len(found.splitlines()) == 3


def test_a_wrong_row_does_not_hide_the_good_ones(tmp_path):
    path = write(tmp_path, GOOD | {"place": "nowhere", "lat": "x"}, GOOD)
    places, problems = load_places(path)
    assert list(places) == ["khankendi"]
    assert len(problems) == 1


def test_a_second_row_of_the_same_place_is_named(tmp_path):
    _, problems = load_places(write(tmp_path, GOOD, GOOD))
    assert "places.csv:3: place 'khankendi' again" in str(problems[0])


def test_unknown_and_missing_columns_are_named(tmp_path):
    columns = [c for c in COLUMNS if c != "name_ru"] + ["colour"]
    _, problems = load_places(write(tmp_path, GOOD, columns=columns))
    text = "\n".join(map(str, problems))
    assert "no column 'name_ru'" in text
    assert "unknown column 'colour'" in text
    _, problems = load_places(write(tmp_path, GOOD, columns=(*COLUMNS, "note")))
    assert "column 'note' twice; expected each column once" in str(problems[0])


def test_names_are_asked_for_in_the_languages_of_a_data_set_only(tmp_path):
    columns = [c for c in COLUMNS if not c.startswith(("name_", "other_name_"))]
    columns += ["name_fr", "name_ar"]
    path = write(tmp_path, GOOD | {"name_fr": "Xankandi"}, columns=columns)
    places, problems = load_places(path, ["fr", "ar"])
    assert problems == []
    assert places["khankendi"].names == {"fr": "Xankandi", "ar": "خانكندي"}
    _, problems = load_places(path, ["fr", "de"])
    assert "places.csv:1: no column 'name_de'" in str(problems[0])


def test_a_missing_file_is_named(tmp_path):
    _, problems = load_places(tmp_path / "places.csv")
    assert "No such file" in str(problems[0])


def test_swapped_coordinates_lie_outside_the_country(tmp_path):
    swapped = GOOD | {"lat": GOOD["lon"], "lon": GOOD["lat"]}
    places, _ = load_places(write(tmp_path, swapped))
    home = {"AZE": shapely.box(44.7, 38.4, 50.6, 41.9)}
    assert "says AZE and lies in the sea" in str(check_places(places, home)[0])


@settings(deadline=None, max_examples=50)
@given(st.floats(45, 50), st.floats(39, 41))
def test_a_point_inside_its_country_is_no_problem(tmp_path_factory, lon, lat):
    row = GOOD | {"lat": f"{lat:.4f}", "lon": f"{lon:.4f}"}
    places, problems = load_places(write(tmp_path_factory.mktemp("places"), row))
    home = {"AZE": shapely.box(44.7, 38.4, 50.6, 41.9)}
    assert not problems
    assert not check_places(places, home)


# The exclaves that the other side holds: the drawn line gives them to the holder.
HELD = ("artsvashen", "karki", "barkhudarli", "sofulu", "yukhari-askipara")


@pytest.mark.parametrize(
    ("name", "tolerance_km"),
    # Ports lie on a coast that the overview cuts short; Sev Lich on a border.
    [
        ("eurasia.geojson", 12),
        ("almaty.geojson", 12),
        ("caucasus.geojson", 0.2),
    ],
)
def test_every_place_is_in_its_country(places, shapes, name, tolerance_km):
    drawn = shapes(name)
    if name != "eurasia.geojson":
        near = shapely.union_all(list(drawn.values()))
        places = {k: p for k, p in places.items() if near.intersects(p.point)}
        assert len(places) > 40
    assert check_places(places, drawn, HELD, tolerance_km) == []
