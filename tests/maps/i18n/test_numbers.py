import pytest

from csto_atlas.maps.i18n.texts import Texts

ENGLISH = Texts("en", {"KGZ": "KG", "XKX": "XK"})
ARABIC = Texts("ar", {"KGZ": "KG", "XKX": "XK"})
RUSSIAN = Texts("ru", {"KGZ": "KG", "XKX": "XK"})


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


def test_numbers_are_written_as_the_language_does():
    assert ENGLISH.between(1100, 1500) == "1,100–1,500"
    assert RUSSIAN.decimal(100617) == "100\xa0617"
    assert (ARABIC.decimal(2030), RUSSIAN.decimal(2030)) == ("2030", "2030")
    assert ARABIC.decimal(12700) == "12,700"
