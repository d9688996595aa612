"""What a change is called in each language."""

import pytest

from csto_atlas.events.drafts.wording import KNOWN, LANGUAGES, find_status, name_change


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


@pytest.mark.parametrize("word", ["Full member", "عضو", "suspended", "наблюдатель"])
def test_a_usual_status_is_found_by_its_word(word):
    assert find_status(word) in KNOWN


def test_every_status_has_words_in_every_language():
    for status in KNOWN:
        assert all("other" in status.counted[language] for language in LANGUAGES)
        assert {*LANGUAGES} <= status.label.keys() & status.plural.keys()
