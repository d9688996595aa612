from itertools import combinations, product

import geopandas as gpd
import numpy as np
import pytest
import shapely

from csto_atlas.maps.drawing.polygons import draw_clipped, draw_seen, order
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.joins.records import join_events
from csto_atlas.maps.labels.model import BAND, Label
from csto_atlas.maps.labels.placement import (
    COUNTRY,
    LEAST_RATIO,
    NEIGHBOUR,
    REGION,
    NamedFeatures,
    _farthest_scale,
    _smallest_scale,
    drawn_scale,
    find_views,
    home_scale,
    phone_scale,
    place_names,
)
from csto_atlas.maps.scene.assemble import _regions, _towns
from csto_atlas.maps.timeline.changes import says_something
from tests.conftest import LANGUAGES, MAPS
from tests.made.worlds import make_spec

SPEC = make_spec()
NOWHERE = np.empty((0, 2))
PADDED = 1.5  # pixels of a label's box at each side that its letters leave empty


def test_scales_are_drawing_steps_a_pixel():
    assert drawn_scale(SPEC) == 2000 / 1000
    assert home_scale(SPEC) == 1800 / 1000
    assert phone_scale(SPEC) == pytest.approx(1600 / 240)


def test_a_scene_and_its_wide_view_fill_the_width_of_a_desktop():
    views = {"wide": (-800, -400, 900, 500), "narrow": (-800, -400, 700, 500)}
    low = make_spec(frame=(-1000, -600, 1000, 600), views=views)
    assert drawn_scale(low) == 2000 / 1000
    assert home_scale(low) == 1700 / 1000


def test_a_finer_unit_has_more_steps_in_a_pixel():
    fine = make_spec(unit=0.5)
    assert drawn_scale(fine) == 2 * drawn_scale(SPEC)
    assert phone_scale(fine) == pytest.approx(2 * phone_scale(SPEC))


def test_a_narrow_frame_shows_more_than_a_slim_view_on_both_sides():
    slim = make_spec(views={"wide": (0, 0, 20, 10), "narrow": (8, 0, 12, 10)})
    shown, _ = find_views(slim)
    left, top, right, bottom = shown.box.bounds
    assert right - left == pytest.approx(LEAST_RATIO * (bottom - top))
    assert (left + right) / 2 == pytest.approx(
        sum(slim.plane.box((8, 0, 12, 10))[::2]) / 2
    )


def test_names_are_placed_for_the_farthest_part_that_a_phone_shows():
    large = {"id": "all", "label": {"en": "All"}, "box": (0, 0, 4000, 3000)}
    spec = make_spec(presets=[large])
    assert _farthest_scale(SPEC) == pytest.approx(_smallest_scale(SPEC))
    assert _farthest_scale(spec) >= 4000 / 250 / spec.unit
    steps = np.log(_farthest_scale(spec) / _smallest_scale(spec)) / np.log(BAND)
    assert steps == pytest.approx(round(steps))


def frame(key, shapes):
    return gpd.GeoDataFrame(
        {key: list(shapes), "name": list(shapes)}, geometry=list(shapes.values())
    )


def named(towns, regions):
    features = NamedFeatures(
        territories=frame("code", {"AAA": shapely.box(0, 0, 1000, 1000)}),
        focus=["AAA", "GONE"],
        names={"AAA": "AAA"},
        towns=frame("key", towns),
        regions=frame("key", regions),
    )
    return place_names(SPEC, features, NOWHERE)


def test_countries_regions_and_towns_are_named():
    names = named(
        {"Town": shapely.Point(1500, 500)}, {"Region": shapely.box(0, 1000, 900, 1800)}
    )
    found = [{label.code for label, _ in part} for part in vars(names).values()]
    assert found == [{"AAA"}, {"Region"}, {"Town"}]
    assert all(shown for label, shown in names.countries)


def test_a_region_too_small_for_its_name_has_none():
    assert named({}, {"Region": shapely.box(0, 1000, 5, 1005)}).regions == []


def test_each_first_view_has_the_scales_of_the_frames_that_show_it():
    narrow, wide = find_views(SPEC)
    assert narrow.box.bounds == pytest.approx((72, 200, 1928, 1800))
    assert wide.box.bounds == pytest.approx((100, 100, 1900, 1900))
    scales = [(v.scale, v.nearest, v.farthest) for v in (narrow, wide)]
    assert scales[0] == pytest.approx((1600 / 240, 1600 / 700, 1600 / 190))
    assert scales[1] == pytest.approx((1800 / 1000, 1800 / 1500, 1800 / 300))


def test_a_view_wider_than_a_frame_is_fitted_by_its_width():
    low = make_spec(
        views={"wide": (-900, -90, 900, 90), "narrow": (-800, -80, 800, 80)}
    )
    narrow, wide = find_views(low)
    assert narrow.box.bounds == pytest.approx((200, 920, 1800, 1080))
    assert (narrow.scale, narrow.farthest) == pytest.approx((1600 / 300, 1600 / 250))
    assert wide.farthest == pytest.approx(1800 / 660)


def lens(*box):
    return {"id": "lens", "label": {"en": "Lens", "ar": "عدسة"}, "box": box}


def test_the_highest_lens_covers_the_lower_left_of_the_wide_view():
    spec = make_spec(lenses=[lens(0, 10, 4, 12), lens(10, 0, 12, 3)])
    narrow, wide = find_views(spec)
    across = 0.27 * 1800
    assert wide.covered.bounds == pytest.approx(
        (100, 1900 - 1.5 * across, 100 + across, 1900)
    )
    assert narrow.covered is None
    assert find_views(SPEC)[1].covered is None


def test_a_part_that_is_the_wide_view_needs_no_farther_names():
    same = {"id": "all", "label": {"en": "All"}, "box": SPEC.views.wide}
    assert _farthest_scale(make_spec(presets=[same])) == _farthest_scale(SPEC)


def texts_of(part):
    return {label.text for label, _ in part}


def place(shapes, focus=(), names=None, short_names=None, **given):
    """Place the names of territories, each its code if no other is given."""
    features = NamedFeatures(
        territories=frame("code", shapes),
        focus=[*focus],
        names={code: code for code in shapes} | (names or {}),
        towns=frame("key", given.get("towns", {})),
        regions=frame("key", given.get("regions", {})),
        short_names=short_names or {},
    )
    return place_names(
        SPEC, features, given.get("signs", NOWHERE), given.get("standing", ())
    )


SQUARE = shapely.box(500, 500, 1500, 1500)


def test_names_are_placed_up_to_the_smallest_frame():
    labels = [label for label, _ in place({"AAA": SQUARE}, ["AAA"]).countries]
    assert max(label.farthest for label in labels) == _farthest_scale(SPEC)


def test_only_the_focus_may_have_a_short_name():
    middle = shapely.box(800, 800, 1200, 1200)
    shapes = {"AAA": middle, "BBB": shapely.box(0, 0, 2000, 2000) - middle}
    given = {"AAA": "Unpronounceableland"}, {"AAA": "Unp."}
    assert "Unp." in texts_of(place(shapes, ["AAA", "BBB"], *given).countries)
    assert "Unp." not in texts_of(place(shapes, ["BBB"], *given).countries)


def test_a_neighbour_that_is_narrow_has_its_name_on_two_lines():
    slim = shapely.box(900, 200, 1000, 1800)
    found = place({"AAA": slim}, [], {"AAA": "Eastern Northland"}).countries
    assert "Eastern\nNorthland" in texts_of(found)
    assert not any(label.is_outside for label, _ in found)


def test_a_region_that_is_a_territory_of_the_map_stays_a_country():
    both = {"AAA": SQUARE}
    names = place(both, ["AAA"], regions=both)
    assert {label.code for label, _ in names.countries} == {"AAA"}
    assert names.regions == []


def test_a_region_is_lettered_as_one_and_stands_inside():
    names = place({}, regions={"East Region": SQUARE})
    (label,) = {label for label, _ in names.regions if label.shows(2)}
    assert label.half == pytest.approx(REGION.half("East Region"))
    assert SQUARE.contains(shapely.box(*label.box(2)))


def test_what_is_too_small_far_away_is_not_shown_without_script():
    small = shapely.box(900, 900, 960, 960)
    names = place({"AAA": SQUARE, "BBB": small}, ["AAA"], {"BBB": "Bigname"})
    shown = {label.code: is_shown for label, is_shown in names.countries}
    assert shown["AAA"]
    assert not any(
        is_shown for label, is_shown in names.countries if label.code == "BBB"
    )
    assert all(
        is_shown == label.shows(drawn_scale(SPEC))
        for label, is_shown in names.countries
    )


def test_names_keep_clear_of_what_stands_on_the_map():
    middle = Label("number", "150", 1000, 1000, (30, 12), 0, 100)
    town = {"Town": shapely.Point(1000, 1000)}
    names = place({"AAA": SQUARE}, ["AAA"], towns=town, standing=[middle])
    found = [label for part in vars(names).values() for label, _ in part]
    assert {label.code for label in found} == {"AAA"}
    for label in found:
        scale = label.farthest
        box, taken = (shapely.box(*one.box(scale)) for one in (label, middle))
        assert box.intersection(taken).area == 0


def test_the_name_of_a_town_keeps_clear_of_signs_and_of_countries():
    point, sign = shapely.Point(1000, 700), (1030, 700)
    names = place(
        {"AAA": SQUARE}, ["AAA"], towns={"Town": point}, signs=np.array([sign])
    )
    countries = [label for label, _ in names.countries]
    assert names.towns
    for label, _ in names.towns:
        box = shapely.box(*label.box(label.farthest))
        assert not box.contains(shapely.Point(sign))
        near = [c for c in countries if c.shows(label.farthest)]
        assert not any(
            box.intersects(shapely.box(*c.box(label.farthest))) for c in near
        )


@pytest.fixture(scope="module", params=product(MAPS, LANGUAGES), ids=str)
def real(request, all_facts):
    """Return the spec and the names of a map, as its scene has them."""
    name, language = request.param
    facts = all_facts[name]
    spec, world, plane = facts.spec, facts.world, facts.spec.plane
    texts = Texts(language, facts.countries)
    focus = [
        code
        for code, state_changes in facts.state_changes.states.items()
        if says_something(state_changes)
    ]
    events = [event for event in facts.events if event.id in facts.spans]
    marks = draw_seen(join_events(events, world.places), spec)
    boundaries = world.geodata.boundaries
    features = NamedFeatures(
        territories=order(draw_clipped(boundaries, spec), focus),
        focus=focus,
        names={code: texts.territory(code) for code in boundaries["code"]},
        towns=draw_seen(_towns(spec, world.places, texts), spec),
        regions=plane.to_drawing(_regions(spec, world.geodata.provinces, texts)),
    )
    signs = np.unique(shapely.get_coordinates(marks.geometry.array), axis=0)
    return spec, place_names(spec, features, signs)


def test_no_two_names_of_a_map_touch_at_any_scale(real):
    spec, names = real
    labels = [label for part in vars(names).values() for label, _ in part]
    for scale in np.geomspace(spec.closest / spec.unit * 1.001, phone_scale(spec), 60):
        seen = [label for label in labels if label.shows(scale)]
        boxes = [
            (label.code, shapely.box(*label.box(scale)).buffer(-PADDED * scale))
            for label in seen
        ]
        touching = {
            (one, other, round(scale, 2))
            for (one, a), (other, b) in combinations(boxes, 2)
            if a.intersects(b)
        }
        assert touching == set()


def test_no_town_is_cut_by_the_edge_of_a_first_view(real):
    spec, names = real
    for view in find_views(spec):
        scale, edge = view.scale, view.box.boundary
        cut = [
            label.code
            for label, _ in names.towns
            if label.shows(scale) and shapely.box(*label.box(scale)).crosses(edge)
        ]
        assert cut == []


def test_no_name_is_far_from_its_country(real):
    labels = [label for label, _ in real[1].countries]
    longest = max((np.hypot(*one.end) for one in labels if one.is_leader), default=0)
    assert longest <= 40


def test_the_focus_is_lettered_otherwise_than_its_neighbours():
    names = named({}, {})
    (label,) = [label for label, _ in names.countries]
    assert label.half == pytest.approx(COUNTRY.half("AAA"))
    assert NEIGHBOUR.half("AAA")[0] < label.half[0]
