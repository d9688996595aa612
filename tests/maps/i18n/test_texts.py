from datetime import date

import pytest

from csto_atlas.events.dates import last_held, parse
from csto_atlas.maps.i18n.texts import Texts

ENGLISH = Texts("en", {"KGZ": "KG", "XKX": "XK"})
ARABIC = Texts("ar", {"KGZ": "KG", "XKX": "XK"})
RUSSIAN = Texts("ru", {"KGZ": "KG", "XKX": "XK"})


@pytest.mark.parametrize(
    ("edtf", "english", "arabic"),
    [
        ("2012-06-28", "28 June 2012", "28 يونيو/حزيران 2012"),
        ("2021-07", "July 2021", "يوليو/تموز 2021"),
        ("2013", "2013", "2013"),
        ("2021-08-15~", "about 15 August 2021", "نحو 15 أغسطس/آب 2021"),
        ("2022-01-06?", "6 January 2022 (uncertain)",
         "6 يناير/كانون الثاني 2022 (غير مؤكد)"),
        ("2022-09-13/2022-09-14", "13–14 September 2022", "13–14 سبتمبر/أيلول 2022"),
        ("2021-04-28/2021-05-01", "28 April – 1 May 2021",
         "28 أبريل/نيسان – 1 مايو/أيار 2021"),
        ("2021-21", "spring 2021", "ربيع 2021"),
        ("1996-23/1998-22", "autumn 1996 – summer 1998", "خريف 1996 – صيف 1998"),
        ("{2020,2022}", "2020 and 2022", "2020 و2022"),
        ("1991/..", "since 1991", "منذ 1991"),
        ("[..1992-05-15]", "15 May 1992 or earlier",
         "15 مايو/أيار 1992 أو قبل ذلك"),
        ("../1992-05", "May 1992 or earlier", "مايو/أيار 1992 أو قبل ذلك"),
    ],
)  # fmt: skip
def test_a_date_is_written_as_exactly_as_it_is_known(edtf, english, arabic):
    assert ENGLISH.interval(parse(edtf)) == english
    assert ARABIC.interval(parse(edtf)) == arabic


def test_an_open_start_is_never_written_as_a_start():
    assert ENGLISH.since("[..1992-05-15]") == "since 15 May 1992 or earlier"
    assert Texts("ru", {}).since("[..1992-05]") == "с мая 1992 года или ранее"


def test_a_day_has_both_names_of_its_month_in_arabic():
    assert ARABIC.day(date(1992, 5, 15)) == "15 مايو/أيار 1992"


@pytest.mark.parametrize(
    ("edtf", "russian"),
    [
        ("2012-06-28", "28 июня 2012"),
        ("2021-07", "июль 2021"),
        ("2021-08~", "около августа 2021 года"),
        ("2022-09-15/2022-09-21~", "15 – около 21 сентября 2022 года"),
        ("1994-05/..", "с мая 1994 года"),
    ],
)
def test_a_month_takes_the_case_that_the_words_around_it_rule(edtf, russian):
    assert RUSSIAN.interval(parse(edtf)) == russian


@pytest.mark.parametrize(
    ("start", "end", "english", "arabic"),
    [
        ("2022-01-13", "2022-01-20", "13–19 January 2022",
         "13–19 يناير/كانون الثاني 2022"),
        ("2022-01-14", "2022-01-15", "14 January 2022", "14 يناير/كانون الثاني 2022"),
        ("2022-01-20", "", "since 20 January 2022", "منذ 20 يناير/كانون الثاني 2022"),
        ("1991", "1994-05", "1991 – April 1994", "1991 – أبريل/نيسان 1994"),
        ("1999", "2003", "1999 – 2002", "1999 – 2002"),
        ("[..1992-05-15]", "1994-04-20", "15 May 1992 or earlier – 19 April 1994",
         "15 مايو/أيار 1992 أو قبل ذلك – 19 أبريل/نيسان 1994"),
    ],
)  # fmt: skip
def test_the_last_day_printed_is_the_last_one_held(start, end, english, arabic):
    ends = parse(start), parse(end) if end else None
    assert (ENGLISH.period(*ends), ARABIC.period(*ends)) == (english, arabic)


@pytest.mark.parametrize("end", ["2022-01-20", "1994-05", "2003", "2021-08-15~"])
def test_nothing_holds_on_the_day_after_the_last_one_held(end):
    last = last_held(parse(end))
    assert last.end == parse(end).start
