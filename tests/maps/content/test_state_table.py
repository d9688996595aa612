from hypothesis import given
from hypothesis import strategies as st

from csto_atlas.maps.content.state_table import write_rows
from csto_atlas.maps.content.summary import StateColumn
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.timeline.changes import append_change
from tests.made.worlds import COUNTRIES, make_ticks_of

ENGLISH = Texts("en", COUNTRIES)
TICKS = make_ticks_of("1992", "1999", "year")


def column(*states):
    changes = []
    for index, state in enumerate(states):
        append_change(changes, index, state)
    return StateColumn("AAA", "Aland", tuple(changes), {"in": "member", "out": "–"})


def rows(states, totals=(), events=((),) * 8):
    return write_rows([column(*states)], totals, events, TICKS, ENGLISH)


def test_a_time_without_a_change_is_one_row():
    found = rows(["out", "out", "in", "in", "in", "out", "out", "out"])
    assert [(row.label, row.cells) for row in found] == [
        ("1992 – 1993", ("–",)),
        ("1994 – 1996", ("member",)),
        ("1997 – 1999", ("–",)),
    ]


def test_an_event_has_the_row_of_its_year():
    found = rows(["in"] * 8, events=[[], [], [1, 2], [], [], [3], [3], []])
    assert [(row.label, row.events) for row in found] == [
        ("1992 – 1993", ()),
        ("1994", (1, 2)),
        ("1995 – 1996", ()),
        ("1997 – 1998", (3,)),
        ("1999", ()),
    ]


EIGHT = {"min_size": 8, "max_size": 8}


@given(
    st.lists(st.sampled_from(["in", "out"]), **EIGHT),
    st.lists(st.sampled_from(["0", "7"]), **EIGHT),
    st.lists(st.lists(st.integers(1, 2), max_size=1), **EIGHT),
)
def test_the_rows_say_of_every_year_what_holds_in_it(states, numbers, events):
    words = {"in": "member", "out": "–"}
    said = []
    for row in rows(states, [numbers], events):
        first, _, last = row.label.partition(" – ")
        said += [(row.cells, row.events)] * (int(last or first) - int(first) + 1)
    assert said == [
        ((words[state], number), tuple(found))
        for state, number, found in zip(states, numbers, events, strict=True)
    ]
