"""What a change is called in each language."""

import pytest

from csto_atlas.events.derived.wording import name_change


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Mali and Niger leave ECOWAS"),
        ("ar", "انسحاب مالي والنيجر من ECOWAS"),
        ("ru", "Выход из ECOWAS: Мали и Нигер"),
        ("fr", "Retrait de ECOWAS : Mali et Niger"),
        ("de", "Mali und Niger leave ECOWAS"),
    ],
)
def test_a_change_is_named_in_every_language(language, text):
    named = name_change("leave", ["ML", "NE"], language, "ECOWAS", "", short=True)
    assert named == text


def test_many_states_are_counted_in_a_headline_and_named_in_a_title():
    codes = ["ML", "NE", "BF", "BJ", "TG"]
    short, full = (
        name_change("join", codes, "en", "X", "", short=short)
        for short in (True, False)
    )
    assert short == "5 states join X"
    assert full == "Mali, Niger, Burkina Faso, Benin and Togo join X"
