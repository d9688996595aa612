import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csto_atlas.maps.assets.templates import write_json
from csto_atlas.maps.layers.column_codec import (
    BEFORE,
    LAST,
    LETTERS,
    write_column,
    zigzag,
)


def read(text):
    """Read a column as a page does: see maps/static/columns.js."""
    numbers, rest = [], 0
    for letter in text:
        number = LETTERS.index(letter)
        if number < LAST:
            numbers.append(rest * LAST + number)
            rest = 0
        else:
            rest = rest * BEFORE + number - LAST
    return numbers


@given(st.lists(st.integers(min_value=0, max_value=2**31 - 1)))
def test_a_column_comes_back_as_it_was(numbers):
    assert read(write_column(numbers)) == numbers


@given(st.lists(st.integers(min_value=0, max_value=10**6)))
def test_a_column_needs_no_escape_in_a_page(numbers):
    text = write_column(numbers)
    assert write_json(text) == f'"{text}"' == json.dumps(text)
    assert not re.search(r'[<>&"\\]', text)


def test_small_numbers_are_one_letter_each():
    assert len(write_column(range(64))) == 64


def test_a_number_below_zero_is_refused():
    with pytest.raises(ValueError, match="-1 is below zero"):
        write_column([-1])


@given(st.integers(), st.integers())
def test_folding_tells_numbers_of_both_signs_apart(one, other):
    assert zigzag(one) >= 0
    assert (zigzag(one) == zigzag(other)) == (one == other)
