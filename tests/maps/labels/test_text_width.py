from hypothesis import given
from hypothesis import strategies as st

from csto_atlas.maps.labels.text_width import text_width


def test_a_bold_text_is_wider():
    assert text_width("Armenia", 13, bold=True) > text_width("Armenia", 13)


def test_marks_over_letters_take_no_room():
    assert text_width("مجمّدة", 12) == text_width("مجمدة", 12)


@given(st.text(st.characters(codec="utf-8"), max_size=20), st.floats(1, 40))
def test_width_grows_with_the_size(text, size):
    assert text_width(text, size) <= text_width(text, size * 2)
