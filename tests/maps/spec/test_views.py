import numpy as np
import pytest

from csto_atlas.maps.spec.views import (
    LEAST_KM,
    NARROW,
    WIDE,
    core_box,
    first_views,
    keep_on_globe,
)

LAEA = "+proj=laea +lat_0=48 +lon_0=72 +datum=WGS84 +units=km"
WORLD = "+proj=eqearth +lon_0=11 +datum=WGS84 +units=km"


def test_a_point_is_seen_with_the_country_around_it():
    left, bottom, right, top = core_box(LAEA, np.array([(72.0, 48.0)]))
    assert right - left == pytest.approx(LEAST_KM)
    assert top - bottom == pytest.approx(LEAST_KM)


def test_first_views_hold_the_box_and_have_the_shapes_of_screens():
    views = first_views(LAEA, (0, 0, 100, 300))
    for box, ratio in ((views.wide, WIDE), (views.narrow, NARROW)):
        assert (box[2] - box[0]) / (box[3] - box[1]) == pytest.approx(ratio)
        assert box[0] <= 0 and box[1] <= 0 and box[2] >= 100 and box[3] >= 300


def test_a_map_of_the_world_ends_where_the_globe_does():
    box = keep_on_globe(WORLD, (-1e6, -1e6, 1e6, 1e6))
    assert box[0] == pytest.approx(-box[2])
    assert box[2] == pytest.approx(17244, rel=0.001)
    assert keep_on_globe(LAEA, (-1e6, -1, 1e6, 1)) == (-1e6, -1, 1e6, 1)
