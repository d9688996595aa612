"""The encodings that sheets are saved in."""

import pytest

from csto_atlas.events.errors import DataError
from csto_atlas.events.sheets import text as module
from csto_atlas.events.sheets.text import read_sheet_text
from csto_atlas.events.sheets.words import HEADERS
from csto_atlas.events.spelling.fold import fold

ARABIC = "الدولة;تاريخ الانضمام\r\nتركيا;1952\r\n"
RUSSIAN = "страна;год вступления\r\nТурция;1952\r\n"
FRENCH = "pays;adhésion\r\nCôte d’Ivoire;1960\r\n"
ENGLISH = "country,joined\nTürkiye,1952\n"


@pytest.fixture
def read(tmp_path, countries):
    def known(cell):
        return bool(countries.find(cell)) or fold(cell) in HEADERS

    def run(data, encoding=None):
        path = tmp_path / "found.csv"
        path.write_bytes(data)
        try:
            text, warnings = read_sheet_text(path, encoding, known)
        except DataError as error:
            return str(error).replace(f"{path.parent.as_posix()}/", "")
        return text, [str(w).partition(":1: ")[2] for w in warnings]

    return run


@pytest.mark.parametrize("text", [ARABIC, RUSSIAN, FRENCH, ENGLISH])
@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
    ],
)
def test_unicode_is_read_without_a_word(read, text, encoding, mark) -> None:
    assert read(mark + text.encode(encoding)) == (text, [])


@pytest.mark.parametrize(
    ("text", "page"),
    [
        (ARABIC, "windows-1256"),
        (RUSSIAN, "windows-1251"),
        (FRENCH, "windows-1252"),
        (ENGLISH, "windows-1252"),
        ("pays;adhésion\nÉgypte;1960\nÉtats-Unis;1949\n", "windows-1252"),
    ],
)
def test_a_code_page_is_guessed_by_the_names_in_it_and_said(read, text, page) -> None:
    assert read(text.encode(page)) == (
        text,
        [
            f"not UTF-8: read as {page}, which gives known names; expected a sheet "
            f"saved as 'CSV UTF-8', or its encoding named in dataset.yml, such as "
            f"'encoding: {page}'"
        ],
    )
    assert read(text.encode(page), page) == (text, [])


def test_a_code_page_without_a_known_name_is_refused(read) -> None:
    data = "code,start,basis_ar\nTUR,1952,\nGRC,1952,انضمت\n".encode("windows-1256")
    assert read(data) == (
        "found.csv:3: byte 0xc7 is not UTF-8, and nothing tells what it is; expected a "
        "sheet saved as 'CSV UTF-8', or its encoding named in dataset.yml, such as "
        "'encoding: windows-1256 or windows-1251 or windows-1252'"
    )
    assert read(data, "windows-1256")[0].endswith("انضمت\n")


def test_a_named_encoding_that_is_wrong_is_refused(read) -> None:
    assert read(b"country,joined\nT\xfcrkiye,1952\n", "utf-8") == (
        "found.csv:2: byte 0xfc is not utf-8; expected a sheet saved as 'CSV UTF-8', "
        "or its encoding named in dataset.yml, such as 'encoding: utf-8'"
    )


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"", "found.csv:1: the file is empty; expected rows of a table"),
        (b" \n\n", "found.csv:1: the file is empty; expected rows of a table"),
        (
            b"country,start\nFr\0ance,1949\n",
            "found.csv:1: null bytes; expected a sheet",
        ),
        (b"\0" * 100, "found.csv:1: null bytes; expected a sheet"),
        ("a,b\n".encode("utf-32"), "found.csv:1: null bytes; expected a sheet"),
        (
            b"country,start\nFr\x01ance,1949\n",
            "found.csv:2: control character U+0001; expected a text without it",
        ),
        (
            b"PK\3\4...",
            "found.csv:1: a workbook; expected a sheet saved as",
        ),
    ],
)
def test_what_is_no_text_is_refused(read, data, complaint) -> None:
    assert read(data).startswith(complaint)


def test_a_link_is_no_sheet(folder) -> None:
    (folder.path / "found.csv").symlink_to("sources.yml")
    assert folder.load().problems == [
        "found.csv:1: a link to sources.yml; expected what it leads to, in its place"
    ]


def test_a_sheet_is_not_read_if_it_is_huge(read, monkeypatch) -> None:
    monkeypatch.setattr(module, "LARGEST", 2_000_000)
    assert read(b"x" * 2_000_001) == (
        "found.csv:1: the file is larger than 2 MB; "
        "expected at most 2 MB; a sheet without the rows of other things"
    )
