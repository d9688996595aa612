"""Keys of words, and cells as plain text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csto_atlas.events.spelling.fold import LONGEST, fold, plain_digits, quote, word_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("FRANCE", "france"),
        ("Türkiye", "Turkiye"),
        ("Côte d’Ivoire", "Cote d'Ivoire"),
        ("The Gambia", "Gambia"),
        ("Bosnia & Herzegovina", "Bosnia and Herzegovina"),
        ("Guinea-Bissau", "guinea bissau"),
        ("St. Lucia", "Saint Lucia"),
        ("Korea, South", "Korea South"),
        ("U.S.A.", "USA"),
        ("الإمارات", "الامارات"),
        ("الأردن", "أردن"),
        ("السعوديّة", "السعودية"),
        ("قطــر", "قطر"),
        ("سورية", "سوريه"),
        ("البوسنة والهرسك", "البوسنة و الهرسك"),
        ("Королёв", "КОРОЛЕВ"),
        ("\u200fمصر\u200f", "مصر"),
        ("year_joined", "Year joined"),
    ],
)
def test_two_ways_to_write_have_one_key(one, other) -> None:
    assert fold(one) == fold(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Niger", "Nigeria"),
        ("Guinea", "Guinea-Bissau"),
        ("Dominica", "Dominican Republic"),
        ("مالي", "مالطا"),
        ("Иран", "Ирак"),
        ("Georgia", "Georgia (US)"),
    ],
)
def test_two_names_have_two_keys(one, other) -> None:
    assert fold(one) != fold(other)


@given(st.text(max_size=LONGEST))
def test_a_key_is_its_own_key_in_any_case_or_with_blanks(text) -> None:
    assert fold(f"  {text} ") == fold(text)
    assert not any(sign.isspace() for sign in fold(text))


@pytest.mark.parametrize(
    ("cell", "plain"),
    [
        ("١٩٩٢", "1992"),
        ("۱۹۹۲", "1992"),
        ("1949.0", "1949"),
        ("1949,00", "1949"),
        ("1949[a]", "1949"),
        ("Iceland [12]", "Iceland"),
        ("1949.5", "1949.5"),
        ("Ångström", "Ångström"),
    ],
)
def test_digits_are_european_and_without_marks(cell, plain) -> None:
    assert plain_digits(cell) == plain


def test_a_mere_sign_has_a_key_of_its_own() -> None:
    assert word_of("-") == "-"
    assert word_of(" – ") == "–"
    assert word_of("Yes!") == "yes"
    assert word_of("1.0") == "1"


def test_a_long_cell_is_cut_in_messages() -> None:
    assert quote("x" * 100) == f"'{'x' * 57}...'"
    assert quote("x") == "'x'"
