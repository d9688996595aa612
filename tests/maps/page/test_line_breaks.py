"""Arabic dates that no line cuts."""

import pytest

from csto_atlas.maps.page.line_breaks import keep_dates_together


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (
            "في 9 يناير/كانون الثاني 2022",
            "في 9\u00a0يناير/\u2060كانون\u00a0الثاني 2022",
        ),
        ("{day} مايو/أيار", "{day}\u00a0مايو/\u2060أيار"),  # which scripts fill
        ("سبتمبر/أيلول 2022", "سبتمبر/\u2060أيلول 2022"),
        ("13–14 سبتمبر/أيلول", "13–14\u00a0سبتمبر/\u2060أيلول"),
    ],
)
def test_a_month_with_two_names_stays_on_the_line_of_its_day(text, kept):
    assert keep_dates_together(text) == kept
    assert keep_dates_together(kept) == kept


@pytest.mark.parametrize("text", ["9 January 2022", "يناير/أيلول", "/ar/مايو", "6/7"])
def test_what_is_no_such_month_is_left_alone(text):
    assert keep_dates_together(text) == text
