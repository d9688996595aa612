import re

import pytest

from csto_atlas.maps.content.summary import StateColumn
from csto_atlas.maps.stills.lanes import PITCH, lay_lanes

BOX = (24.0, 300.0, 238.0, 588.0)


def make_column(title="Kyrgyzstan", changes=((0, "none"), (2, "member"))):
    return StateColumn(title, title, changes, {})


def lay(columns=None, tick=0, box=BOX, *, is_rtl=False):
    columns = [make_column()] if columns is None else columns
    return lay_lanes(columns, 10, tick, box, is_rtl=is_rtl)


def numbers(path):
    return [float(n) for n in re.findall(r"(?<=[MH])[\d.]+", path)]


@pytest.mark.parametrize("is_rtl", [False, True])
def test_a_bar_reaches_from_its_first_tick_to_the_end_of_time(is_rtl):
    lanes = lay(is_rtl=is_rtl)
    begun, ended, _ = numbers(lanes.bars["member"])
    share = abs(begun - ended) / (lanes.right - lanes.left)
    assert share == pytest.approx(0.8, abs=0.01)
    assert ended == pytest.approx(lanes.left if is_rtl else lanes.right, abs=0.1)


@pytest.mark.parametrize("is_rtl", [False, True])
def test_the_line_of_now_goes_with_time(is_rtl):
    early, late = (lay(tick=tick, is_rtl=is_rtl).now for tick in (1, 8))
    assert (early > late) is is_rtl
    lanes = lay(tick=9, is_rtl=is_rtl)
    assert lanes.left <= lanes.now <= lanes.right


def test_names_stand_beside_the_bars_inside_the_room():
    lanes = lay([make_column("A"), make_column("A long name")])
    assert BOX[0] < lanes.left < lanes.right == BOX[2]
    assert lanes.names[1][1] - lanes.names[0][1] == PITCH
    assert lanes.bottom < BOX[3]


@pytest.mark.parametrize(
    ("count", "box"),
    [(13, BOX), (0, BOX), (3, (24.0, 540.0, 238.0, 588.0))],
)
def test_lanes_that_do_not_fit_are_not_drawn(count, box):
    assert lay([make_column() for _ in range(count)], box=box) is None


def test_a_name_wider_than_half_the_room_leaves_no_lanes():
    assert lay([make_column("The territory of a very long name")]) is None


def test_an_item_without_any_state_has_no_lane():
    lanes = lay([make_column(), make_column("Nobody", ((0, "none"),))])
    assert [name for name, _ in lanes.names] == ["Kyrgyzstan"]
