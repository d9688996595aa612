from csto_atlas.maps.content.summary import summarise
from csto_atlas.maps.i18n.names import CONTINGENT_STATES, name_states
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.slicing.map_states import find_state_changes
from csto_atlas.maps.slicing.states import StateChanges
from csto_atlas.maps.timeline.changes import NONE
from csto_atlas.maps.timeline.ticks import make_ticks
from tests.made.worlds import make_spec, make_ticks_of, make_world

WORLD = make_world()
DATA = WORLD.dataset
ENGLISH = Texts("en", {})
TICKS = make_ticks(make_spec().timeline, DATA.meta.as_of)


def summary(focus=("AAA", "BBB"), **changes):
    inputs = make_world(**changes)
    state_changes = find_state_changes(inputs)
    return summarise(inputs.spec, state_changes, focus, DATA, TICKS, ENGLISH)


def test_a_map_of_the_bound_counts_them_and_says_when_nothing_happened():
    found = summary()
    assert found.counts == ((0, 1),)
    assert found.fallbacks == [
        "one member",
        "no change since 1992",
        "one frozen",
        "no change since 1994",
        "no change since 1994",
    ]
    assert found.lines == ((0, "One member"), (2, "One frozen"))


def test_every_country_has_its_column():
    found = summary(focus=["BBB"])
    assert [(column.code, column.title) for column in found.columns] == [("BBB", "BBB")]
    assert found.columns[0].words == {NONE: "–", "member": "member", "frozen": "frozen"}


def contingents(**held):
    state_changes = StateChanges({}, {}, {}, {}, contingents=held)
    spec, days = (
        make_spec(tells="contingents"),
        make_ticks_of("1993-01-01", "1993-01-04"),
    )
    return summarise(spec, state_changes, list(held), DATA, days, ENGLISH)


def test_a_map_of_contingents_counts_those_that_are_in_the_country():
    found = contingents(
        AAA=((0, NONE), (1, "arriving"), (3, "gone")),
        BBB=((0, "preparing"), (2, "deployed")),
    )
    assert found.counts == ((0, 0), (1, 1), (2, 2), (3, 1))
    assert found.lines == (
        (0, "Contingents: one preparing"),
        (1, "Contingents: one preparing and one arriving"),
        (2, "Contingents: one arriving and one deployed"),
        (3, "Contingents: one deployed and one gone"),
    )
    assert [column.code for column in found.columns] == ["AAA", "BBB"]


def test_a_contingent_that_is_leaving_is_still_in_the_country():
    found = contingents(AAA=((0, "deployed"), (1, "leaving"), (2, "gone")))
    assert found.counts == ((0, 1), (2, 0))


def test_before_the_first_contingent_that_is_said():
    assert contingents(AAA=((0, NONE),)).lines == ((0, "No contingent yet"),)


def test_states_of_contingents_have_names_in_arabic():
    names = name_states(Texts("ar", {}))
    assert list(names) == list(CONTINGENT_STATES)
    assert not {*names.values()} & {*CONTINGENT_STATES}


def test_a_map_of_two_states_says_what_each_was():
    found = summary(tells="states", speaks_of=["AAA", "BBB"])
    assert found.lines == (
        (0, "AAA: member · BBB: no status"),
        (2, "AAA: frozen · BBB: no status"),
    )
    assert found.fallbacks == [
        *(found.lines[0][1], "no change since 1992", found.lines[1][1]),
        *["no change since 1994"] * 2,
    ]


def test_the_disputed_areas_of_these_states_have_columns_that_choose_nothing():
    both_of = summary(tells="states", speaks_of=["AAA", "BBB"])
    assert [column.code for column in both_of.columns] == ["AAA", "BBB", ""]
    assert both_of.columns[2].changes == ((0, NONE), (1, "disputed"), (3, NONE))
    without = summary(tells="states", speaks_of=["AAA"])
    assert [column.code for column in without.columns] == ["AAA"]


def test_a_contingent_that_is_leaving_is_still_counted():
    assert contingents(AAA=((0, "leaving"), (2, "gone"))).counts == ((0, 1), (2, 0))
