"""The words of cells that are no data."""

import pytest

from csto_atlas.events.sheets.words import NO, YES, is_aggregate, is_note


def test_no_word_says_both_yes_and_no() -> None:
    assert YES.isdisjoint(NO)
    assert "" in NO


@pytest.mark.parametrize("text", ["EU-27", "EU27", "ЕС-27", "UE 28", "G7", "Total:"])
def test_a_bloc_or_a_sum_is_an_aggregate(text) -> None:
    assert is_aggregate(text)


@pytest.mark.parametrize("text", ["Togo", "Malta", "EU27x", "", "-", "Georgia", "G"])
def test_a_country_is_none(text) -> None:
    assert not is_aggregate(text)


@pytest.mark.parametrize("text", ["Source: x", "Notes. x", "* x", "¹ x", "المصدر: x"])
def test_a_remark_is_known_by_its_first_word(text) -> None:
    assert is_note(text)


@pytest.mark.parametrize("text", ["Notes", "Norway", "Sources", "Notebook: x", ""])
def test_another_line_is_no_remark(text) -> None:
    assert not is_note(text)
