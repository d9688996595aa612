import pytest

from csto_atlas.maps.i18n.isolates import isolate
from csto_atlas.maps.i18n.messages import capitalise
from csto_atlas.maps.i18n.texts import Texts

ARABIC = "\u0642\u0645\u0629"


@pytest.mark.parametrize("text", ["NATO 7", "7 (8)", "", "\u0411\u0435\u043b", ". : -"])
def test_a_text_that_turns_nothing_stays_as_it_is(text):
    assert isolate(text, "ltr") == text


@pytest.mark.parametrize("text", [ARABIC, f"NATO {ARABIC}", "\u202eturned\u202c"])
def test_a_text_with_letters_of_the_other_direction_is_isolated(text):
    assert isolate(text, "ltr") == f"\u2066{text}\u2069"


def test_a_text_is_laid_out_as_its_page_is():
    # Not by its first letter: an Arabic sentence may begin with a foreign name.
    assert isolate(f"NATO {ARABIC}", "rtl") == f"\u2067NATO {ARABIC}\u2069"


def test_what_is_isolated_is_not_isolated_again():
    inner = isolate("NATO", "rtl")
    assert isolate(inner, "rtl") == inner
    assert isolate(f"{ARABIC} {inner}", "rtl") == f"{ARABIC} {inner}"
    assert isolate(f"CSTO {inner}", "rtl") == f"\u2067CSTO {inner}\u2069"


def test_sentences_isolate_what_is_put_into_them():
    texts = Texts("ar", {})
    assert texts.fill("{a}: 7", a="NATO") == "\u2067NATO\u2069: 7"
    assert texts.join("; ", [ARABIC, "NATO"]) == f"{ARABIC}; \u2067NATO\u2069"


def test_a_sentence_begins_with_a_capital_also_in_isolate_signs():
    assert capitalise(isolate(f"six {ARABIC}", "ltr")) == f"\u2066Six {ARABIC}\u2069"
