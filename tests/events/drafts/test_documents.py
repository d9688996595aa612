"""The files of a drafted data set."""

from datetime import date
from pathlib import Path

import yaml

from csto_atlas.events.drafts.documents import write_base, write_map, write_yaml
from csto_atlas.events.drafts.wish import Wish
from csto_atlas.events.drafts.wording import MEMBER


def make_wish(folder, source="Secretariat", as_of=date(2026, 3, 1)):
    sheet = Path(folder) / "found.csv"
    sheet.write_text("Country,Joined\nMali,1975\n", encoding="utf-8")
    return Wish(sheet, {"en": "Pact", "ar": "حلف"}, ("en", "ar"), source, as_of)


def test_an_address_is_the_source_s_link_and_its_host_the_publisher(tmp_path):
    wish = make_wish(tmp_path, source="https://www.pact.example/members")
    (source,) = yaml.safe_load(write_base(wish, [MEMBER], {})["sources.yml"])
    assert source["publisher"] == "pact.example"
    assert source["url"] == "https://www.pact.example/members"


def test_the_sheet_is_copied_as_it_is_and_described_with_its_keys(tmp_path):
    wish = make_wish(tmp_path)
    files = write_base(wish, [MEMBER], {"ends": "left"})
    assert files["found.csv"] == wish.sheet.read_bytes()
    (sheet,) = yaml.safe_load(files["dataset.yml"])["sheets"]
    assert (sheet["file"], sheet["ends"]) == ("found.csv", "left")
    assert list(sheet["basis"]) == ["en", "ar"]


def test_few_years_are_shown_by_months(tmp_path):
    (line,) = write_map([], [MEMBER], make_wish(tmp_path))["timeline"]
    assert line == {"from": "2026-01", "to": "2026-03", "step": "month"}


def test_a_text_that_stands_twice_is_written_twice():
    text = {"en": "Pact"}
    assert write_yaml([text, text]) == "- en: Pact\n- en: Pact\n"
