import pytest
from shapely import box

from csto_atlas.maps.content.call_cards import (
    SIDE,
    draw_small_maps,
    find_map_of_calls,
    write_calls,
    write_calls_of,
)
from csto_atlas.maps.i18n.texts import Texts
from tests.made.pages import change_data
from tests.made.worlds import COUNTRIES, make_event, make_request, make_world

ENGLISH = Texts("en", COUNTRIES)


def make_calls(**sent):
    """Make a world in which each state asked once; values say whether troops came."""
    events = tuple(
        make_event(
            f"call-{code.lower()}",
            kind="request",
            request=make_request(code, troops=troops),
        )
        for code, troops in sent.items()
    )
    return change_data(make_world(), events=events)


def test_every_call_has_a_card_with_its_result():
    board = write_calls({"membership": make_calls(AAA=True, BBB=False)}, ENGLISH)
    assert [(card.code, card.call.troops) for card in board.cards] == [
        ("AAA", True),
        ("BBB", False),
    ]
    assert board.finding.startswith("Cases: 2, without a formal request: 0. Troops")


def test_a_card_leads_to_the_tick_of_its_call_with_the_call_selected():
    (card,) = write_calls({"membership": make_calls(AAA=False)}, ENGLISH).cards
    assert card.address == "membership.html#t=1993&select=call-aaa"


def test_where_nobody_got_troops_that_is_said():
    board = write_calls({"membership": make_calls(AAA=False)}, ENGLISH)
    assert board.finding.endswith("Troops came to nobody.")


def test_a_map_that_tells_of_two_calls_has_a_board_of_its_own():
    assert write_calls_of(make_calls(AAA=False), ENGLISH) is None
    assert len(write_calls_of(make_calls(AAA=True, BBB=False), ENGLISH).cards) == 2


def test_without_calls_there_is_no_board():
    assert write_calls({"membership": make_world()}, ENGLISH) is None
    assert write_calls({}, ENGLISH) is None


def test_the_map_that_tells_of_most_calls_is_the_one():
    one, two = make_calls(AAA=False), make_calls(AAA=False, BBB=False)
    assert find_map_of_calls({"one": one, "two": two}) is two


@pytest.mark.parametrize("code", ["AAA", "BBB"])
def test_a_small_map_shows_the_whole_state_in_its_square(code):
    (drawn,) = draw_small_maps(make_calls(**{code: False}))
    assert drawn.code == code
    steps = [int(part) for part in drawn.state[1:].replace("-", " -").split()[:2]]
    assert all(0 < step < SIDE for step in steps)
    assert box(0, 0, SIDE, SIDE).area > 0
    assert drawn.land
