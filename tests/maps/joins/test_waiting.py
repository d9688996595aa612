import pytest

from csto_atlas.events.dates import parse, period
from csto_atlas.maps.joins.waiting import wait_days


@pytest.mark.parametrize(
    ("asked", "answered", "days"),
    [
        ("2021-05-13", "2021-05-19", (6, 6)),
        ("2021-05-13", "2021-05-13", (0, 0)),
        ("2021-05-13", "2021-05-10", (0, 0)),
        ("2021-05-13/2021-05-14", "2021-05-19/2021-05-22", (5, 9)),
        ("2021-05-13/2021-05-20", "2021-05-19", (0, 6)),
        ("2021-05", "2021-06-01", (1, 31)),
    ],
)
def test_the_days_from_asking_to_the_answer_are_counted(asked, answered, days):
    assert wait_days(parse(asked), parse(answered)) == days


@pytest.mark.parametrize("turn", [1, -1])
def test_without_an_end_nothing_can_be_counted(turn):
    pair = [period("2021-05-13"), parse("2021-05-19")][::turn]
    with pytest.raises(ValueError, match="no end: "):
        wait_days(*pair)
