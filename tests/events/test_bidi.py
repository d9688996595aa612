import pytest

from csto_atlas.events.bidi import close_directions
from csto_atlas.events.files.items import Origin
from csto_atlas.events.records import Source


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("", ""),
        ("plain \u200f \u061c", ""),
        ("\u202eone", "\u202c"),
        ("\u202eone\u202c", ""),
        ("\u202done \u202atwo", "\u202c\u202c"),
        ("\u2066one \u202etwo", "\u202c\u2069"),
        ("\u202eone \u2067two", "\u2069\u202c"),
        # What ends an isolate ends what was opened in it, and only that.
        ("\u2068one \u202etwo\u2069", ""),
        ("\u202eone \u2068two\u202c", "\u2069\u202c"),
        # What ends nothing opens nothing.
        ("\u202c\u2069one", ""),
    ],
)
def test_what_a_text_opens_is_closed_at_its_end(text, ends):
    assert close_directions(text) == text + ends
    assert close_directions(text + ends) == text + ends


def test_texts_of_records_leave_nothing_open_and_codes_are_as_written():
    source = Source.model_validate({
        "origin": Origin("made.yml", 1), "id": "a", "kind": "press",
        "language": "\u202een", "publisher": "\u202eturned", "title": "plain",
        "note": {"en": "\u2067a"},
    })  # fmt: skip
    assert source.publisher == "\u202eturned\u202c"
    assert source.note == {"en": "\u2067a\u2069"}
    assert source.language == "\u202een"
