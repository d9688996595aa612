import pytest
from hypothesis import given
from hypothesis import strategies as st

from csto_atlas.maps.drawing.symbol_sizes import radius
from csto_atlas.maps.layers.point_symbols import DOT, NOTHING, Look, draw_spots
from tests.made.drawn_layers import TOWN, make_layer, make_layer_event
from tests.made.worlds import make_spec

CITY = (72.0, 48.0)  # in the middle of the drawing


def draw(*events, **spec):
    return draw_spots(make_layer(events=events), make_spec(**spec))


def test_events_at_one_place_are_one_mark_with_their_number():
    drawn = draw(
        make_layer_event("a"),
        make_layer_event("b", at=(TOWN[0] + 0.00001, TOWN[1])),
        make_layer_event("c", at=CITY),
    )
    assert sorted(len(spot.events) for spot in drawn.spots) == [1, 2]
    assert {spot.look(0).count for spot in drawn.spots} == {1, 2}


def test_a_mark_stands_where_the_projection_puts_it():
    (spot,) = draw(make_layer_event(at=CITY)).spots
    width, height = make_spec().plane.size
    assert (spot.x, spot.y) == pytest.approx((width / 2, height / 2), abs=0.1)


def test_a_mark_is_there_from_its_first_tick_to_its_last():
    (spot,) = draw(make_layer_event(ticks=(1, 2))).spots
    assert [spot.look(tick).count for tick in range(5)] == [0, 1, 1, 0, 0]
    assert [tick for tick, _ in spot.looks] == [0, 1, 3]
    assert spot.looks[0][1] == NOTHING


@pytest.mark.slow
@given(
    st.lists(
        st.tuples(st.integers(0, 6), st.integers(0, 3)).map(
            lambda pair: (pair[0], pair[0] + pair[1])
        ),
        min_size=1,
    )
)
def test_every_tick_counts_the_events_that_last_then(spans):
    drawn = draw(
        *(make_layer_event(str(n), ticks=span) for n, span in enumerate(spans))
    )
    for tick in range(12):
        lasting = sum(first <= tick <= last for first, last in spans)
        assert drawn.count(tick) == lasting


def test_the_circles_add_up_the_estimates_from_the_lowest_to_the_highest():
    (spot,) = draw(
        make_layer_event("a", low=10, best=15, high=40),
        make_layer_event("b", best=6),
        make_layer_event("c"),
    ).spots
    look = spot.look(0)
    assert (look.least, look.most) == (radius(16), radius(46))


def test_a_layer_without_estimates_has_no_circles():
    (spot,) = draw(make_layer_event()).spots
    assert (spot.look(0).least, spot.look(0).most) == (0, 0)


@pytest.mark.parametrize(
    "projection", ["+proj=laea +lat_0=48 +lon_0=72 +units=km", "EPSG:3857"]
)
def test_a_ring_is_as_large_as_the_ground_it_means(projection):
    frame = [-1000, -1000, 1000, 1000]
    unit = 1
    if projection == "EPSG:3857":
        frame, unit = [7e6, 5e6, 9e6, 7e6], 1000
    (spot,) = draw(
        make_layer_event(at=CITY, radius_km=25.0),
        projection=projection, frame=frame, unit=unit,
    ).spots  # fmt: skip
    # Web Mercator stretches the ground by 1 / cos(latitude).
    expected = 25 if unit == 1 else 25 / 0.66913
    assert spot.look(0).reach == pytest.approx(expected, rel=0.01)


@pytest.mark.parametrize(
    ("reach", "scale", "ring"),
    [
        (0, 1, "exact"),
        (None, 1, "region"),
        (30, 1, "ground"),
        (30, 10, "near"),
        (DOT + 4, 1, "ground"),
    ],
)
def test_the_ring_is_true_to_the_ground_where_it_can_be_seen(reach, scale, ring):
    assert Look(1, reach=reach).ring(scale) == ring


def test_of_several_places_the_vaguest_is_drawn():
    (spot,) = draw(
        make_layer_event("a"),
        make_layer_event("b", radius_km=5.0),
        make_layer_event("c", radius_km=None, ticks=(1, 1)),
        make_layer_event("d", ticks=(1, 1)),
    ).spots
    assert spot.look(0).reach == pytest.approx(5, rel=0.05)
    assert spot.look(1).reach is None


def test_places_beyond_the_drawing_have_no_mark():
    drawn = draw(make_layer_event("here"), make_layer_event("away", at=(-60.0, 10.0)))
    assert drawn.place_of == {0: 0}


def test_smaller_circles_lie_on_top_of_larger_ones():
    drawn = draw(
        make_layer_event("small", best=2),
        make_layer_event("large", at=CITY, best=500),
    )
    assert [spot.events for spot in drawn.spots] == [(1,), (0,)]


def test_a_layer_without_events_draws_nothing():
    assert draw().spots == ()
