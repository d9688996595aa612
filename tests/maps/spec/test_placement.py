"""What a spec leaves open is derived from the territories of the data set."""

from functools import cache

import numpy as np
import pytest
import shapely
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pyproj import Transformer

import build
from csto_atlas.events.errors import DataError
from csto_atlas.geodata.grounds import load_register
from csto_atlas.geodata.mainland import main_parts
from csto_atlas.maps.drawing.svg_paths import path_data
from csto_atlas.maps.shapes.load import load_geodata, load_world_drawing
from csto_atlas.maps.shapes.world_outline import is_near
from csto_atlas.maps.spec.load import load_spec
from csto_atlas.maps.spec.placement import place_map
from csto_atlas.maps.spec.plane import Plane
from csto_atlas.maps.spec.views import NARROW, WIDE
from tests.conftest import DATA
from tests.faults.rounds import rounds

FILES = load_register(build.GEODATA).default
PLANE = ("projection", "frame", "views", "unit", "closest", "fine")
OPEN = dict.fromkeys(("boundaries", "areas", "lakes", *PLANE))
GROUPS = {
    "both sides of the Atlantic": "USA CAN GBR FRA DEU ITA NOR TUR ISL ESP PRT GRC POL",
    "the Gulf": "SAU ARE QAT BHR KWT OMN",
    "the Pacific rim": "FJI USA RUS JPN NZL",
    "islands across the antimeridian": "TUV FJI WSM TON KIR",
    "one small state": "TUV",
    "one city": "VAT",
    "around the pole": "CAN RUS NOR GRL USA ISL",
    "the far south": "CHL ARG NZL AUS ZAF",
    "the whole world": "USA BRA CHN AUS ZAF RUS IND GBR JPN ARG NZL FJI KEN",
}


@pytest.fixture(scope="module")
def world():
    return load_world_drawing(build.GEODATA)


@pytest.fixture(scope="module")
def spec():
    """Return a map of which only the members say where it is."""
    spec = load_spec(DATA / "maps" / "membership.yml")
    return spec.with_changes(**OPEN, presets=(), lenses=())


@pytest.fixture(scope="module")
def placed(spec, world):
    """Return a function that places the map of a group, each once."""
    return cache(lambda group: place_map(spec, world, GROUPS[group].split(), FILES))


def corners(spec, parts):
    turn = Transformer.from_crs(4326, spec.projection, always_xy=True).transform
    return np.column_stack(turn(*shapely.get_coordinates(parts).T))


def lies_within(points, box):
    left, bottom, right, top = box
    low, high = points.min(axis=0), points.max(axis=0)
    return left <= low[0] and bottom <= low[1] and high[0] <= right and high[1] <= top


@pytest.mark.slow
@pytest.mark.parametrize("group", GROUPS)
def test_the_main_parts_of_every_member_are_in_both_first_views(placed, world, group):
    spec = placed(group)
    for code in GROUPS[group].split():
        points = corners(spec, main_parts(world[code]))
        for box in (spec.frame, spec.views.wide, spec.views.narrow):
            assert lies_within(points, box), code


@pytest.mark.slow
@pytest.mark.parametrize("group", GROUPS)
def test_the_middle_of_the_projection_is_in_the_middle_of_the_frame(placed, group):
    spec = placed(group)
    left, bottom, right, top = spec.frame
    if "laea" in spec.projection:
        off = abs(left + right) / (right - left), abs(bottom + top) / (top - bottom)
        assert off[0] < 0.02
        assert off[1] < 0.08  # there is more above a view than below: buttons lie there
    else:
        assert left < 0 < right


@pytest.mark.slow
@settings(deadline=None, max_examples=rounds(3, 10))
@given(
    codes=st.sets(
        st.sampled_from(sorted(load_world_drawing(build.GEODATA))),
        min_size=1,
        max_size=12,
    )
)
@example(codes={"AFG", "ATA"})
@example(codes={"ABW", "EST"})
def test_any_set_of_members_is_in_the_frame(spec, world, codes):
    placed = place_map(spec, world, codes, FILES)
    points = corners(placed, [p for code in codes for p in main_parts(world[code])])
    assert lies_within(points, placed.frame)
    steps = Plane(placed.projection, placed.frame, placed.unit).size
    assert 1000 <= max(steps) <= 6000
    assert placed.closest >= placed.unit / 2


@pytest.mark.parametrize("group", ["the Gulf", "islands across the antimeridian"])
def test_the_first_views_suit_the_screens(placed, group):
    views = placed(group).views
    for (left, bottom, right, top), ratio in (
        (views.wide, WIDE),
        (views.narrow, NARROW),
    ):
        assert (right - left) / (top - bottom) == pytest.approx(ratio, rel=0.01)


def test_an_extent_across_the_antimeridian_is_centred_on_it(spec, world):
    extent = (160.0, -30.0, 210.0, 15.0)
    placed = place_map(spec.with_changes(extent=extent), world, [], FILES)
    assert "+lon_0=-175" in placed.projection
    back = Transformer.from_crs(placed.projection, 4326, always_xy=True)
    assert back.transform(0, 0)[1] == pytest.approx(-8, abs=2)


def test_what_a_spec_says_stands(world):
    spec = load_spec(DATA / "maps" / "membership.yml")
    placed = place_map(spec, world, ["USA"], FILES)
    parts = {"presets", "lenses"}  # as others of a narrower type, in the same boxes
    assert {name: getattr(placed, name) for name in spec.model_fields_set - parts} == {
        name: getattr(spec, name) for name in spec.model_fields_set - parts
    }
    for name in parts:
        boxes = [(part.id, part.box) for part in getattr(placed, name)]
        assert boxes == [(part.id, part.box) for part in getattr(spec, name)]
    open_spec = spec.with_changes(views=None, frame=None)
    placed = place_map(open_spec, world, ["KAZ"], FILES)
    assert (placed.projection, placed.unit) == (spec.projection, spec.unit)
    assert lies_within(corners(placed, main_parts(world["KAZ"])), placed.views.narrow)


def test_parts_in_degrees_leave_a_given_place_as_it_is():
    spec = load_spec(DATA / "maps" / "membership.yml").with_changes(presets=PARTS)
    placed = place_map(spec, {}, [], FILES)
    assert (placed.frame, placed.views) == (spec.frame, spec.views)
    assert [preset.id for preset in placed.presets] == ["north", "all"]


def test_a_map_of_nothing_says_so(spec, world):
    with pytest.raises(ValueError, match="nothing tells where"):
        place_map(spec, world, [], FILES)


SAMPLE = ("islands across the antimeridian", "one city", "around the pole")


@pytest.mark.slow
@pytest.mark.parametrize("group", rounds([*SAMPLE, "the whole world"], [*GROUPS]))
def test_the_world_is_cut_and_drawn_without_tears(placed, group):
    codes, spec = GROUPS[group].split(), placed(group)
    found = load_geodata(build.GEODATA, spec, codes).boundaries
    left, bottom, right, top = spec.frame
    room = 0.2 * max(right - left, top - bottom)
    assert set(codes) <= set(found["code"])
    assert found.geometry.is_valid.all()
    bounds = found.total_bounds
    assert np.isfinite(bounds).all()
    assert bounds[0] > left - room and bounds[2] < right + room
    drawn = spec.plane.to_drawing(found)
    paths = dict(zip(drawn["code"], path_data(list(drawn.geometry)), strict=True))
    assert all(paths[code] for code in codes)
    assert sum(map(len, paths.values())) < 90_000


@pytest.mark.slow
def test_a_state_too_small_to_be_seen_is_drawn_as_a_disc(spec, world):
    codes = GROUPS["the whole world"].split()
    placed = place_map(spec, world, [*codes, "TUV"], FILES)
    frame = load_geodata(build.GEODATA, placed, [*codes, "TUV"]).boundaries
    pixel = (placed.views.wide[2] - placed.views.wide[0]) / 1000
    left, _, right, _ = frame.set_index("code").geometry["TUV"].bounds
    assert right - left >= 6 * pixel


PARTS = [
    {"id": "north", "label": {"en": "North"}, "extent": [-11, 50, 43, 68]},
    {"id": "all", "label": {"en": "All"}, "extent": [-130, 25, 45, 72]},
]


def with_parts(spec, **changes):
    return spec.with_changes(**{"presets": PARTS, **changes})


@pytest.mark.slow
def test_a_part_named_in_degrees_is_put_on_the_plane(spec, world):
    placed = place_map(with_parts(spec), world, ["FRA", "USA"], FILES)
    for preset, part in zip(placed.presets, PARTS, strict=True):
        edge = shapely.segmentize(shapely.box(*part["extent"]), 1.0)
        assert lies_within(corners(placed, edge), preset.box)
        assert lies_within(np.reshape(preset.box, (2, 2)), placed.frame)


@pytest.mark.slow
def test_a_map_opens_on_a_part_and_draws_the_whole(spec, world):
    extent = PARTS[1]["extent"]
    whole = place_map(with_parts(spec, extent=extent), world, [], FILES)
    placed = place_map(with_parts(spec, extent=extent, opens="north"), world, [], FILES)
    north, everything = (preset.box for preset in placed.presets)
    assert lies_within(np.reshape(north, (2, 2)), placed.views.wide)
    assert lies_within(np.reshape(north, (2, 2)), placed.views.narrow)
    assert placed.views.wide[2] - placed.views.wide[0] < (
        whole.views.wide[2] - whole.views.wide[0]
    )
    assert lies_within(np.reshape(everything, (2, 2)), placed.frame)
    # From close by it is looked at where it opens.
    assert whole.fine is None
    assert lies_within(np.reshape(placed.views.wide, (2, 2)), placed.fine)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"opens": "south"}, "opens 'south' is no preset"),
        ({"presets": [{"id": "north", "label": {}}]}, "preset with both or none"),
        ({"presets": [PARTS[0] | {"extent": [0, 9, 1, 8]}]}, "is no part of the globe"),
        (
            {
                "projection": "EPSG:3857",
                "views": {"wide": [0, 0, 2, 1], "narrow": [0, 0, 1, 1]},
                "opens": "north",
            },
            "opens beside views",
        ),
    ],
)
def test_a_part_that_is_nowhere_is_refused(spec, changes, said):
    with pytest.raises(DataError, match=said):
        with_parts(spec, **changes)


def test_land_beyond_an_ocean_is_not_near():
    home, beside, beyond = (shapely.box(x, 0, x + 1, 1) for x in (0, 1, 5))
    near = is_near(np.array([home, beside, beyond]), (-1, -1, 0.5, 2))
    assert near.tolist() == [True, True, False]
