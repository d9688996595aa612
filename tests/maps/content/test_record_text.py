from csto_atlas.maps.content.record_text import write_status_period
from csto_atlas.maps.i18n.texts import Texts
from tests.made.worlds import COUNTRIES, make_membership

ENGLISH = Texts("en", COUNTRIES)


def test_a_period_begins_with_a_capital_letter():
    row = make_membership("AAA", "member", "2003-09-18")
    period = write_status_period(row, "member", ENGLISH)
    assert period.dates == "Since 18 September 2003"


def test_a_period_with_an_open_start_names_no_first_day():
    row = make_membership("AAA", "member", "[..1992-05-15]", "1999-04-20")
    said = write_status_period(row, "member", ENGLISH).dates
    assert said == "15 May 1992 or earlier – 19 April 1999"
