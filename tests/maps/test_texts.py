from datetime import date

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from events.dates import parse
from maps.templating import HERE
from maps.texts import LOCALE, NUMBERS, SEASONS, Texts
from maps.told import CONTINGENT_STATES
from maps.verdict import ANSWERS

ENGLISH = Texts("en", {"KGZ": "KG", "XKX": "XK"})
ARABIC = Texts("ar", {"KGZ": "KG", "XKX": "XK"})


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
        ("2021-21", "spring 2021", "ربيع 2021"),
        ("1996-23/1998-22", "autumn 1996 – summer 1998", "خريف 1996 – صيف 1998"),
        ("{2020,2022}", "2020 and 2022", "2020 و2022"),
        ("1991/..", "since 1991", "منذ 1991"),
    ],
)  # fmt: skip
def test_a_date_is_written_as_exactly_as_it_is_known(edtf, english, arabic):
    assert ENGLISH.interval(parse(edtf)) == english
    assert ARABIC.interval(parse(edtf)) == arabic


def test_a_day_has_both_names_of_its_month_in_arabic():
    assert ARABIC.day(date(1992, 5, 15)) == "15 مايو/أيار 1992"


def test_countries_are_named_by_cldr():
    assert ENGLISH.territory("KGZ") == "Kyrgyzstan"
    assert ARABIC.territory("KGZ") == "قيرغيزستان"
    assert ENGLISH.territory("XKX") == "Kosovo"


def test_an_unknown_country_keeps_its_code():
    assert ENGLISH.territory("N. Cyprus") == "N. Cyprus"


def test_numbers_up_to_ten_are_words():
    assert [ENGLISH.number(n) for n in (1, 10, 11)] == ["one", "ten", "11"]
    assert ARABIC.number(6) == "ست"


def test_a_counted_noun_takes_its_plural():
    forms = {
        "one": "دولة واحدة",
        "two": "دولتان",
        "few": "{n} دول",
        "other": "{n} دولة",
    }
    assert [ARABIC.counted(forms, n) for n in (1, 2, 6, 35)] == [
        "دولة واحدة", "دولتان", "ست دول", "35 دولة",
    ]  # fmt: skip


def messages():
    """Every message of the code and the templates."""
    methods = [("**.py", "python"), ("templates/**.jinja", "jinja2")]
    found = extract_from_dir(HERE, methods, keywords={"gettext": None, "_": None})
    passed = {*NUMBERS, *SEASONS, *ANSWERS.values(), *CONTINGENT_STATES}
    return {message for _, _, message, _, _ in found} | passed


@pytest.mark.parametrize("language", ["ar"])
def test_every_message_is_translated_and_none_is_stale(language):
    with (LOCALE / language / "LC_MESSAGES" / "atlas.po").open("rb") as file:
        catalogue = {m.id for m in read_po(file) if m.id and m.string}
    marked = {"about {date}", "{date} (uncertain)"}
    assert catalogue == messages() | marked
