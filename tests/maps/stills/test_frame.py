import pytest

from csto_atlas.maps.stills.frame import (
    HEAD,
    KEY,
    LETTERING,
    ROOM,
    WIDTH,
    Crop,
    crop,
)
from tests.conftest import MAPS
from tests.made.worlds import make_spec

PART = Crop((100.0, 50.0, 200.0, 100.0), 2.0)


@pytest.mark.parametrize("name", MAPS)
def test_the_crop_lies_within_the_drawing_and_has_the_shape_of_its_place(
    all_facts, name
):
    spec = all_facts[name].spec
    left, top, width, height = crop(spec).box
    assert width / height == pytest.approx(ROOM[0] / ROOM[1])
    assert left >= 0 <= top
    assert left + width <= spec.plane.size[0] + 1e-6
    assert top + height <= spec.plane.size[1] + 1e-6


def test_letters_are_larger_than_the_scale_of_the_map():
    part = crop(make_spec())
    assert part.scale == pytest.approx(part.box[2] / ROOM[0] * LETTERING)


def test_the_edge_of_a_crop_is_seen_and_what_lies_beyond_is_not():
    assert PART.shows(100, 50)
    assert PART.shows(300, 150)
    assert not PART.shows(301, 150)
    assert not PART.shows(300, 49)


def test_what_reaches_over_the_edge_is_not_seen_whole():
    assert PART.shows(110, 60, (10, 10))
    assert not PART.shows(110, 60, (11, 10))
    assert not PART.shows(110, 60, (10, 11))
    assert not PART.shows(295, 100, (10, 1))


def test_the_map_stands_beside_the_key():
    left, top, width, _ = PART.medium({}, is_rtl=False).place
    assert (left, top, left + width) == (KEY, HEAD, WIDTH)
    left, _, width, _ = PART.medium({}, is_rtl=True).place
    assert (left, left + width) == (0, WIDTH - KEY)
