"""What follows from the inputs of a map, found once."""

from dataclasses import replace

from tests.made.worlds import make_event, make_spec, make_world

WORLD = make_world()


def test_the_ticks_end_with_the_data():
    assert [tick.id for tick in WORLD.ticks] == ["1992", "1993", "1994", "1995", "1996"]
    assert WORLD.ticks[-1].day == WORLD.dataset.meta.as_of


def test_a_map_opens_on_the_tick_that_the_spec_names():
    assert WORLD.first_tick == 4
    assert make_world(default="1993").first_tick == 1


def test_events_outside_the_timeline_are_not_shown():
    events = (*WORLD.dataset.events, make_event("before", date="1990"))
    data = WORLD.dataset.model_copy(update={"events": events})
    assert [event.id for event in replace(WORLD, dataset=data).events] == [
        "signed",
        "met",
    ]
    assert WORLD.spans == {"signed": (0, 0), "met": (3, 4)}


def test_a_copy_with_another_spec_has_its_own_ticks():
    WORLD.ticks  # noqa: B018 (what is kept must not go into the copy)
    months = [{"from": "1992-05", "to": "1992-07", "step": "month"}]
    copy = replace(WORLD, spec=make_spec(timeline=months))
    assert [tick.id for tick in copy.ticks] == ["1992-05", "1992-06", "1992-07"]
    assert copy.spans == {"signed": (0, 0)}
