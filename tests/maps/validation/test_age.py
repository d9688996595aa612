from datetime import date, timedelta

import pytest

from csto_atlas.maps.validation.age import find_aged
from tests.made.worlds import make_world

META = make_world().dataset.meta  # to 1 June 1996


@pytest.mark.parametrize(
    ("days", "is_old"),
    [(-9, False), (0, False), (183, False), (184, True), (9000, False)],
)
def test_data_age_after_half_a_year_until_they_are_history(days, is_old):
    assert bool(find_aged(META, META.as_of + timedelta(days))) == is_old


def test_a_warning_says_how_old_the_data_are():
    (month,) = find_aged(META, date(1997, 2, 3))
    assert "the data end on 1996-06-01, 8 months ago" in str(month)
    (year,) = find_aged(META, date(1999, 2, 3))
    assert "2 years ago" in str(year)
