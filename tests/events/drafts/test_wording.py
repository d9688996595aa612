"""The words of statuses that sheets have."""

import pytest

from csto_atlas.events.drafts.wording import KNOWN, LANGUAGES, find_status


@pytest.mark.parametrize("word", ["Full member", "عضو", "suspended", "наблюдатель"])
def test_a_usual_status_is_found_by_its_word(word):
    assert find_status(word) in KNOWN


def test_every_status_has_words_in_every_language():
    for status in KNOWN:
        assert all("other" in status.counted[language] for language in LANGUAGES)
        assert {*LANGUAGES} <= status.label.keys() & status.plural.keys()
