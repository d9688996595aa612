from csto_atlas.maps.content.axis_labels import label_axis
from csto_atlas.maps.i18n.texts import Texts
from tests.made.worlds import COUNTRIES, make_ticks_of

ENGLISH = Texts("en", COUNTRIES)


def test_both_ends_are_always_labelled():
    years = label_axis(make_ticks_of("1992", "2001", "year"), ENGLISH)
    assert [label for label in years if label[2] == 0] == [
        (0, "1992", 0),
        (9, "2001", 0),
    ]


def test_decades_go_before_fives_and_these_before_other_years():
    years = label_axis(make_ticks_of("1992", "2001", "year"), ENGLISH)
    levels = {text: level for _, text, level in years}
    assert (levels["2000"], levels["1995"], levels["1993"]) == (1, 2, 3)


def test_of_months_only_january_is_labelled_by_its_year():
    months = label_axis(make_ticks_of("2020-11", "2021-03", "month"), ENGLISH)
    assert months == [(0, "2020", 0), (2, "2021", 3), (4, "2021", 0)]


def test_days_are_numbers_and_name_their_month_at_both_ends():
    days = label_axis(make_ticks_of("2022-01-02", "2022-01-06"), ENGLISH)
    assert days == [
        (0, "2 Jan", 0),
        (1, "3", 2),
        (2, "4", 2),
        (3, "5", 1),
        (4, "6 Jan", 0),
    ]


def test_of_many_days_the_axis_names_months_and_of_more_only_years():
    one = label_axis(make_ticks_of("2019-03-05", "2020-03-09"), ENGLISH)
    assert [text for _, text, _ in one[1:4]] == ["Apr", "May", "Jun"]
    assert {text: level for _, text, level in one}["2020"] == 1
    ten = label_axis(make_ticks_of("2010-01-02", "2019-12-31"), ENGLISH)
    assert [text for _, text, _ in ten[1:-1]] == [
        str(year) for year in range(2011, 2020)
    ]
