from datetime import date
from functools import cache

import pytest
from babel import Locale
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from build import GEODATA
from csto_atlas.events.dates import last_held, parse
from csto_atlas.geodata.territories import load_territories
from csto_atlas.maps.assets.templates import HERE
from csto_atlas.maps.i18n.texts import LOCALE, Texts, own_names, short_names
from csto_atlas.maps.spec.load import list_specs, load_spec
from tests.conftest import DATA

ENGLISH = Texts("en", {"KGZ": "KG", "XKX": "XK"})
ARABIC = Texts("ar", {"KGZ": "KG", "XKX": "XK"})
RUSSIAN = Texts("ru", {"KGZ": "KG", "XKX": "XK"})
CATALOGUES = list(LOCALE.glob("*/*/atlas.po"))


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


@cache
def messages():
    """Every message of the code and the templates."""
    methods = [("**.py", "python"), ("templates/**.jinja", "jinja2")]
    plural = (1, 2)
    keywords = {"gettext": None, "_": None, "mark": None, "ngettext": plural}
    keywords["mark_plural"] = plural
    found = extract_from_dir(HERE, methods, keywords=keywords)
    return {message for _, _, message, _, _ in found}


@pytest.mark.parametrize("language", sorted(p.parts[-3] for p in CATALOGUES))
def test_every_message_is_translated_and_none_is_stale(language):
    with (LOCALE / language / "LC_MESSAGES" / "atlas.po").open("rb") as file:
        catalogue = {m.id for m in read_po(file) if m.id and m.string}
    assert catalogue == messages()


@pytest.mark.parametrize(
    ("least", "most", "english", "arabic"),
    [
        (0, 0, "the same day", "اليوم نفسه"),
        (0, 1, "0–1 day", "يوم على الأكثر"),
        (1, 2, "1–2 days", "يوم–يومان"),
        (1, 1, "1 day", "يوم"),
        (5, 6, "5–6 days", "5–6 أيام"),
    ],
)
def test_a_number_of_days_is_whole_where_the_language_has_a_word_for_it(
    least, most, english, arabic
):
    assert ENGLISH.days(least, most) == english
    assert ARABIC.days(least, most) == arabic


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


@pytest.mark.parametrize("language", ["ar", "en", "ru"])
def test_a_short_form_is_shorter_than_the_name_of_a_known_territory(language):
    texts = Texts(language, load_territories(GEODATA / "territories.csv"))
    for code in short_names():
        assert code in texts.countries
        short = texts.short_territory(code)
        assert short is None or len(short) < len(texts.territory(code)), code
    assert texts.short_territory("KGZ") is None


def test_a_territory_has_our_name_where_we_differ_from_cldr():
    assert RUSSIAN.territory("KGZ") == "Кыргызстан"
    assert ENGLISH.territory("KGZ") == "Kyrgyzstan"
    assert RUSSIAN.territory("XKX") == "Косово"


def test_every_name_that_differs_says_why_and_does_differ():
    countries = load_territories(GEODATA / "territories.csv")
    for code, names in own_names().items():
        assert len(names["why"]) > 20
        for language, name in names.items():
            if language != "why":
                cldr = Locale.parse(language).territories[countries[code]]
                assert name != cldr, (code, language)


def test_a_text_without_the_language_is_english():
    assert RUSSIAN.pick({"en": "Main part", "ar": "الجزء"}) == "Main part"


@pytest.mark.parametrize("path", list_specs(DATA).values(), ids=lambda p: p.stem)
@pytest.mark.parametrize("language", ["ar", "en", "ru"])
def test_every_text_of_a_spec_is_in_every_language(path, language):
    spec = load_spec(path)
    texts = [spec.title, *(p.label for p in spec.presets), *spec.regions.values()]
    texts += spec.border.parts.values() if spec.border else []
    assert all(text.get(language) for text in texts)


def test_numbers_are_written_as_the_language_does():
    assert ENGLISH.between(1100, 1500) == "1,100–1,500"
    assert RUSSIAN.decimal(100617) == "100\xa0617"
    assert (ARABIC.decimal(2030), RUSSIAN.decimal(2030)) == ("2030", "2030")
    assert ARABIC.decimal(12700) == "12,700"


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


@pytest.mark.parametrize(
    ("number", "arabic", "russian"),
    [
        (1, "حدث آخر", "Ещё {number} событие есть"),
        (3, "{number} أحداث أخرى", "Ещё {number} события есть"),
        (15, "{number} حدثاً آخر", "Ещё {number} событий есть"),
        (500, "{number} حدث آخر", "Ещё {number} событий есть"),
    ],
)
def test_a_counted_noun_of_a_message_takes_its_plural(number, arabic, russian):
    forms = (
        "{number} more event is in the data only (events.csv).",
        "{number} more events are in the data only (events.csv).",
    )
    assert ARABIC.ngettext(*forms, number).startswith(f"{arabic} في البيانات")
    assert RUSSIAN.ngettext(*forms, number).startswith(f"{russian} только")
    assert ENGLISH.ngettext(*forms, number) == forms[number > 1]


def test_parts_in_a_row_end_with_and():
    assert ENGLISH.listed(["a"]) == "a"
    assert ENGLISH.listed(["a", "b", "c"]) == "a, b and c"
    assert ARABIC.listed(["واحدة", "اثنتان", "خمس"]) == "واحدة واثنتان وخمس"
