import pytest

from csto_atlas.events.files.bidi import close_directions
from csto_atlas.events.files.tables import Columns, read_table
from csto_atlas.events.files.yaml_documents import read_document


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


def test_texts_of_yaml_files_leave_nothing_open(tmp_path):
    path = tmp_path / "made.yml"
    path.write_text("title: {en: \u202eturned, ar: [\u2067a]}\n", encoding="utf-8")
    found = read_document(path).data
    assert found == {"title": {"en": "\u202eturned\u202c", "ar": ["\u2067a\u2069"]}}


def test_texts_of_tables_leave_nothing_open(tmp_path):
    path = tmp_path / "made.csv"
    path.write_text("code,note_en\nA\u202e,\u2067a\n", encoding="utf-8")
    (item,) = read_table(path, Columns(("code",), ("note",))).items
    assert item.fields == {"code": "A\u202e\u202c", "note": {"en": "\u2067a\u2069"}}
