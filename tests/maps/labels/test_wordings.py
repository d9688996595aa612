import pytest

from csto_atlas.maps.labels.model import Lettering
from csto_atlas.maps.labels.wordings import part_lines, word_name

LETTERING = Lettering(13, bold=True)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("South Sudan", "South\nSudan"),
        ("Bosnia & Herzegovina", "Bosnia &\nHerzegovina"),
        ("Guinea-Bissau", "Guinea-\nBissau"),
        ("الإمارات العربية المتحدة", "الإمارات\nالعربية المتحدة"),
        ("Chad", None),
        ("St Ex", None),
    ],
)
def test_a_name_is_parted_into_two_lines_of_like_lengths(name, lines):
    assert part_lines(name) == lines


def test_the_ways_to_write_a_name_cost_more_and_more():
    ways = word_name("South Sudan", "S. Sudan", LETTERING)
    assert [way.text for way in ways[:3]] == ["South Sudan", "South\nSudan", "S. Sudan"]
    assert [way.is_small for way in ways] == [False] * 3 + [True] * 3
    assert [way.cost for way in ways[:3]] == sorted(way.cost for way in ways[:3])


def test_smaller_letters_need_less_room():
    full, small = word_name("Armenia", None, LETTERING)
    assert small.half[0] < full.half[0]
    assert small.half[1] < full.half[1]
    assert small.cost > full.cost == 0
