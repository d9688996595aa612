import numpy as np
import pytest
import shapely

from csto_atlas.maps.labels.model import Lettering
from csto_atlas.maps.labels.spots import join_spots, make_spots
from csto_atlas.maps.labels.wordings import Wording

BAND = (1.25, 2.0)
NAME = [Wording("Home", Lettering(13, bold=True))]


def spot(point, offset=(0, 0), end=(np.nan, np.nan)):
    return make_spots(
        np.array([point], dtype=float), NAME, np.array([0]),
        offset=np.array([offset], dtype=float), end=np.array([end], dtype=float),
    )  # fmt: skip


def test_what_a_text_covers_between_two_scales_is_in_its_box():
    one = spot((10, 20), offset=(30, -12))
    whole = shapely.box(*one.boxes(*BAND)[0])
    for scale in np.linspace(*BAND, 7):
        assert whole.buffer(1e-9).contains(shapely.box(*one.boxes(scale, scale)[0]))


def test_a_line_has_its_length_in_pixels_at_every_scale():
    led = spot((10, 20), end=(3, 4))
    assert [led.lines(scale)[0].length for scale in BAND] == pytest.approx([6.25, 10])


def test_spots_come_one_after_the_other():
    both = join_spots([spot((1, 2)), spot((3, 4), end=(5, 6))])
    assert both.point.tolist() == [[1, 2], [3, 4]]
    assert both.is_led.tolist() == [False, True]
    assert len(both[both.is_led]) == 1
