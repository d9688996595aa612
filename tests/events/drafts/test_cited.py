"""A column of sources becomes sources, each once."""

import yaml

from csto_atlas.events.drafts.draft import draft_data_set
from tests.events.drafts.test_documents import make_wish
from tests.events.sheets.conftest import REGISTER

SHEET = """\
Country,Joined,Source
Mali,1975,"Treaty of Lagos, https://www.treaties.example/1/."
Niger,1975,UN Treaty Series: vol. 1
Togo,1975,UN Treaty Series: vol. 1
Ghana,1975,
"""


def test_every_cell_is_a_source_of_its_rows(tmp_path):
    wish = make_wish(tmp_path)
    wish.sheet.write_text(SHEET, encoding="utf-8")
    found = draft_data_set(wish, REGISTER)
    rows = {row.code: row.sources for row in found.dataset.memberships}
    assert rows == {
        "MLI": ("sheet-1",),
        "NER": ("sheet-2",),
        "TGO": ("sheet-2",),
        "GHA": ("sheet",),
    }
    _, first, second = yaml.safe_load(found.files["sources.yml"])
    assert (first["publisher"], first["title"], first["url"]) == (
        "treaties.example",
        "Treaty of Lagos",
        "https://www.treaties.example/1/",
    )
    assert (second["publisher"], second["title"]) == (
        "UN Treaty Series",
        "UN Treaty Series: vol. 1",
    )


def test_without_a_publisher_the_list_itself_is_named(tmp_path):
    found = draft_data_set(make_wish(tmp_path, source=""), REGISTER)
    (source,) = yaml.safe_load(found.files["sources.yml"])
    assert source["publisher"] == "found.csv"
