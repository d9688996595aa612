from tests.made.pages import change_data, make_inputs
from tests.made.worlds import make_event, make_membership, make_world


def with_memberships(*rows):
    return change_data(make_world(), memberships=rows)


def test_territories_with_a_status_at_the_first_tick_come_first():
    world = with_memberships(
        make_membership("CCC", "member", "1990"),
        make_membership("BBB", "member", "1990"),
        make_membership("AAA", "member", "1994"),
    )
    assert make_inputs(world=world).focus == ["BBB", "CCC", "AAA"]


def test_a_territory_without_any_status_is_not_in_focus():
    world = with_memberships(make_membership("BBB", "member", "1993"))
    assert make_inputs(world=world).focus == ["BBB"]


def test_a_territory_that_is_not_on_the_map_is_not_in_focus():
    world = with_memberships(make_membership("XXX", "member", "1993"))
    assert make_inputs(world=world).focus == []


def test_events_outside_the_timeline_are_left_out():
    events = (make_event("early", date="1980"), make_event("due", date="1993"))
    page = make_inputs(world=change_data(make_world(), events=events))
    assert [event.id for event in page.inputs.events] == ["due"]
    assert page.inputs.spans == {"due": (1, 1)}


def test_a_page_opens_on_the_tick_of_its_spec():
    page = make_inputs(default="1993")
    assert page.inputs.ticks[page.inputs.first_tick].id == "1993"
