from csto_atlas.maps.content.status_since import name_earlier_starts, name_starts
from csto_atlas.maps.i18n.texts import Texts
from tests.made.worlds import COUNTRIES, make_membership, make_ticks_of

TEXTS = Texts("en", COUNTRIES)


def test_a_start_is_named_by_its_tick():
    ticks = make_ticks_of("1992", "1996", "year")
    layer = [((0, "none"), (2, "member")), ((0, "member"), (3, "none"))]
    assert name_starts(layer, ticks, TEXTS) == {0: ", since 1992", 2: ", since 1994"}


def test_what_began_and_ended_within_the_first_tick_had_not_begun_before_it():
    (first, *_) = make_ticks_of("1992", "1996", "year")
    rows = [
        make_membership("AAA", "member", "1991-12-31"),
        make_membership("BBB", "member", "1992-05-15"),
        make_membership("CCC", "member", "1991-12-31", "1992-06-01"),
    ]
    found = name_earlier_starts(rows, first, TEXTS)
    assert found == {"AAA": ", since 31 December 1991"}


def test_what_began_before_the_first_tick_has_its_own_date():
    ticks = make_ticks_of("2022-01-02", "2022-01-04")
    rows = [
        make_membership("AAA", "member", "1994-04-20", "2003-09-18"),
        make_membership("AAA", "frozen", "2003-09-18"),
        make_membership("BBB", "member", "2022-01-02"),
        make_membership("CCC", "member", "1994", "1999"),
        make_membership("DDD", "member", "[..2023-05-15]"),
    ]
    starts = name_earlier_starts(rows, ticks[0], TEXTS)
    assert starts == {
        "AAA": ", since 18 September 2003",
        "DDD": ", since 15 May 2023 or earlier",
    }


def test_a_status_that_ended_before_the_day_of_the_first_tick_has_no_start():
    ticks = make_ticks_of("1992", "1996", "year")  # its day is 31 December
    rows = [make_membership("AAA", "member", "1990-05-01", "1992-06-01")]
    assert name_earlier_starts(rows, ticks[0], TEXTS) == {}
