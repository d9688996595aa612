from itertools import combinations, product

import geopandas as gpd
import numpy as np
import pytest
import shapely

from csto_atlas.maps.drawing.polygons import draw_clipped, draw_seen, order
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.joins.records import join_events
from csto_atlas.maps.labels.model import Constraints
from csto_atlas.maps.labels.placement import (
    COUNTRY,
    NEIGHBOUR,
    NamedFeatures,
    drawn_scale,
    home_scale,
    label_countries,
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


def test_a_finer_unit_has_more_steps_in_a_pixel():
    fine = make_spec(unit=0.5)
    assert drawn_scale(fine) == 2 * drawn_scale(SPEC)
    assert phone_scale(fine) == pytest.approx(2 * phone_scale(SPEC))


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
    for scale, view in (
        (phone_scale(spec), spec.views.narrow),
        (home_scale(spec), spec.views.wide),
    ):
        edge = shapely.box(*spec.plane.box(view)).boundary
        cut = [
            label.code
            for label, _ in names.towns
            if label.shows(scale) and shapely.box(*label.box(scale)).crosses(edge)
        ]
        assert cut == []


def test_no_leader_is_cut_by_the_edge_of_a_small_screen(real):
    spec, names = real
    home = shapely.box(*spec.plane.box(spec.views.narrow))
    for scale in phone_scale(spec) / np.array([1, 1.05, 1.1, 1.2, 1.4]):
        cut = [
            label.text
            for label, _ in names.countries
            if label.is_leader
            and label.shows(scale)
            and shapely.box(*label.box(scale)).crosses(home.boundary)
        ]
        assert cut == [], scale


def test_labels_and_leaders_of_a_scene_never_cover_each_other():
    countries = {
        f"C{row}{column}": shapely.box(
            column * 400, row * 260, column * 400 + 400, row * 260 + 260
        )
        for row in range(4)
        for column in range(5)
    }
    focus, view = ["C11", "C12", "C22"], shapely.box(-500, -500, 3000, 2000)
    labels = label_countries(
        {code: "Long country name"[: 6 + 3 * int(code[2])] for code in countries},
        countries,
        focus,
        Constraints((1.0, 16.0), NOWHERE, ((16.0, view), (9.0, view))),
    )
    assert {label.code for label in labels if label.is_leader} <= set(focus)
    for scale in np.geomspace(1.01, 15.9, 25):
        boxes = [
            shapely.box(*label.box(scale)) for label in labels if label.shows(scale)
        ]
        pairs = shapely.STRtree(boxes).query(boxes, predicate="overlaps")
        assert pairs.shape[1] == 0


def label_all(focus, *, home, wide=None, **countries):
    return label_countries(
        {code: f"Name of {code}" for code in countries},
        countries,
        focus,
        Constraints((1.0, 16.0), NOWHERE, ((16.0, home), (9.0, wide or home))),
    )


LARGE = shapely.box(0, 0, 4000, 1000)
AROUND = shapely.box(-9000, -9000, 9000, 9000)


def test_the_focus_is_lettered_otherwise_than_its_neighbours():
    small = shapely.box(5000, 0, 5010, 10)
    labels = label_all(
        ["BIG", "DOT"], home=AROUND, BIG=LARGE, DOT=small,
        NEAR=shapely.box(0, 1000, 4000, 2000),
    )  # fmt: skip
    assert {label.code for label in labels} == {"BIG", "DOT", "NEAR"}
    for label in labels:
        lettering = NEIGHBOUR if label.code == "NEAR" else COUNTRY
        assert label.text == f"Name of {label.code}"
        assert label.half == pytest.approx(lettering.half(label.text))
        assert label.is_leader == (label.code == "DOT")


def test_only_the_focus_has_leaders():
    labels = label_all([], home=AROUND, BIG=LARGE, DOT=shapely.box(5000, 0, 5010, 10))
    assert [label.code for label in labels] == ["BIG"]


@pytest.mark.parametrize(
    ("home", "wide", "west", "east"),
    [
        ((0, 0, 2000, 1000), (2000, 0, 4000, 1000), 0, 2000),
        ((0, 0, 1200, 1000), (1200, 0, 4000, 1000), 1200, 4000),
        ((5000, 0, 6000, 1000), (1000, 0, 2000, 1000), 1000, 2000),
        ((5000, 0, 6000, 1000), (5000, 0, 7000, 1000), 0, 4000),
    ],
    ids=["half in the narrow view", "a third is not", "in the wide view", "in neither"],
)
def test_a_country_is_named_where_it_is_seen(home, wide, west, east):
    home, wide = shapely.box(*home), shapely.box(*wide)
    (label,) = label_all(["BIG"], home=home, wide=wide, BIG=LARGE)
    left, _, right, _ = label.box(label.farthest)
    assert west <= left < right <= east


def test_only_on_a_small_screen_a_leader_must_stay_in_the_narrow_view():
    dot = shapely.box(-3, -3, 3, 3)
    labels = label_all(["DOT"], home=shapely.box(-40, -40, 40, 40), DOT=dot)
    assert not any(label.shows(16) for label in labels)
    assert any(label.shows(9) for label in labels)


def test_a_name_stands_once_at_every_scale():
    labels = label_all(["MID"], home=AROUND, MID=shapely.box(0, 0, 400, 160))
    assert {label.is_leader for label in labels} == {True, False}
    for scale in np.geomspace(1.01, 16, 40):
        assert sum(label.shows(scale) for label in labels) == 1


def test_a_neighbour_gives_way_to_leaders():
    dot, near = shapely.box(-5, -5, 5, 5), shapely.box(-300, 5, 300, 205)
    labels = label_all(["DOT"], home=AROUND, DOT=dot, NEAR=near)
    for scale in np.geomspace(1.01, 16, 40):
        boxes = [shapely.box(*o.box(scale)) for o in labels if o.shows(scale)]
        assert not any(a.intersects(b) for a, b in combinations(boxes, 2))
