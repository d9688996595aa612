import pytest

from tests.bench.slope import slope


@pytest.mark.parametrize(
    ("values", "power"),
    [([7, 7, 7], 0), ([2, 20, 200], 1), ([3, 300, 30000], 2), ([8, 0.8, 0.08], -1)],
)
def test_the_slope_is_the_power_of_the_size(values, power):
    assert slope([1, 10, 100], values) == pytest.approx(power, abs=1e-9)


def test_points_off_the_line_are_weighed_by_least_squares():
    assert slope([1, 10, 100], [1, 100, 100]) == pytest.approx(1)
