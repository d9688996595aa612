from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csto_atlas.events.dates import Interval, parse
from csto_atlas.maps.content.help_requests import write_requests
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.joins.waiting import wait_days
from tests.made.worlds import both, make_event, make_request, make_world

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("asked", "answered", "days"),
    [
        ("2010-06-12", "2010-06-14", (2, 2)),
        ("2021-05-13/2021-05-14", "2021-05-19", (5, 6)),
        ("2022-09-13", "2022-09-13", (0, 0)),
        ("2022-01", "2022-01-05", (0, 4)),
        ("2022-01-05", "2022-01", (0, 26)),
    ],
)
def test_a_wait_is_known_as_exactly_as_its_dates(asked, answered, days):
    assert wait_days(parse(asked), parse(answered)) == days


@pytest.mark.parametrize("open_one", [("1991/..", "1992"), ("1992", "1991/..")])
def test_a_wait_without_an_end_is_refused(open_one):
    with pytest.raises(ValueError, match="no end"):
        wait_days(*map(parse, open_one))


def days_of(start, length):
    return Interval(start, start + length * DAY, False, False, "made")


days = st.builds(
    days_of, st.dates(date(2000, 1, 1), date(2000, 3, 1)), st.integers(1, 20)
)


@given(days, days, st.data())
def test_a_wait_bounds_what_any_two_days_would_give(asked, answered, data):
    def any_day(when):
        return data.draw(st.dates(when.start, when.end - DAY))

    least, most = wait_days(asked, answered)
    between = max(0, (any_day(answered) - any_day(asked)).days)
    assert least <= between <= most


def written(**request):
    event = make_event(
        kind="request", countries=("AAA",), request=make_request(**request)
    )
    texts = Texts("en", {})
    table = write_requests([event, make_event()], make_world().dataset, {}, texts)
    (row,) = table.rows
    return row


def test_what_is_not_known_of_a_call_stays_empty():
    call = written()
    assert (call.article, call.answered, call.wait, call.claimed) == ("", "", "", "")
    assert (call.made, call.troops) == (True, False)


def test_the_status_of_who_asked_is_known_without_a_place():
    assert written().status == "member"
    assert written(by="BBB").status == ""


def test_a_call_names_organisations_and_states():
    assert written(to=("pact", "BBB")).to == "Something happened, BBB"


def test_an_answer_has_its_date_and_how_long_it_took():
    call = written(answered="1993-05-08", article=4, claimed=both("No."))
    assert (call.answered, call.wait) == ("8 May 1993", "3 days")
    assert (call.article, call.claimed) == ("4", "No.")
