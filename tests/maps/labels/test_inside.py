import numpy as np
import shapely

from csto_atlas.maps.labels.inside import MARK_ROOM, place_label
from csto_atlas.maps.labels.model import Constraints, Lettering

LETTERING = Lettering(13, bold=False)
NOWHERE = np.empty((0, 2))
SCALES = (1.0, 16.0)


def place(country, avoid=NOWHERE, text="Uzbekistan"):
    return place_label("UZB", text, country, LETTERING, Constraints(SCALES, avoid))


def test_a_label_lies_inside_its_country_at_every_scale_it_is_shown():
    country = shapely.Point(0, 0).buffer(500).union(shapely.box(400, -40, 3000, 40))
    label = place(country)
    for scale in np.linspace(SCALES[0], label.farthest, 9):
        assert country.contains(shapely.box(*label.box(scale)))


def test_a_country_too_small_for_its_name_has_no_label():
    assert place(shapely.box(0, 0, 40, 40)) is None


def test_a_bigger_country_shows_its_label_from_farther_away():
    near = place(shapely.box(0, 0, 400, 200))
    far = place(shapely.box(0, 0, 800, 400))
    assert far.farthest > near.farthest


def test_a_label_leaves_room_for_a_mark():
    middle = np.array([[500.0, 250.0]])
    label = place(shapely.box(0, 0, 1000, 500), avoid=middle)
    left, top, right, bottom = label.box(label.farthest)
    assert not (left < 500 < right and top < 250 < bottom)


def test_a_label_stands_in_the_largest_part_of_its_country():
    small, large = shapely.box(0, 0, 600, 300), shapely.box(2000, 0, 3000, 500)
    for parts in ([small, large], [large, small]):
        assert place(shapely.MultiPolygon(parts)).x > 2000


def test_of_all_spots_that_fit_the_deepest_inside_is_taken():
    country = shapely.box(0, 0, 8000, 4000)
    label = place(country)
    assert country.exterior.distance(shapely.Point(label.x, label.y)) == 2000
    assert (label.code, label.text) == ("UZB", "Uzbekistan")
    assert (label.nearest, label.farthest) == (0, SCALES[1])


def test_the_nearest_scale_is_tried_too():
    half = LETTERING.half("Uzbekistan")
    country = shapely.box(0, 0, 2 * half[0] + 1, 2 * half[1] + 1)
    only = Constraints((1.0, 1.0), NOWHERE)
    label = place_label("UZB", "Uzbekistan", country, LETTERING, only)
    assert label.farthest == 1


def test_a_label_keeps_off_all_marks_inside_its_country():
    marks = np.array([[500.0, 250.0], [260.0, 250.0], [-500.0, -500.0], [500.0, 700.0]])
    label = place(shapely.box(0, 0, 1000, 500), avoid=marks)
    box = shapely.box(*label.box(label.farthest))
    away = shapely.distance(box, shapely.points(marks)) / label.farthest
    assert away.min() > MARK_ROOM
    assert label.farthest > 2


def test_a_tight_label_needs_room_for_its_letters_only():
    country = shapely.box(0, 0, 800, 100)
    loose, tight = (
        place_label(
            "UZB", "Uzbekistan", country, LETTERING,
            Constraints(SCALES, NOWHERE), is_tight=is_tight,
        )
        for is_tight in (False, True)
    )  # fmt: skip
    assert tight.farthest > loose.farthest
    assert tight.half == loose.half
