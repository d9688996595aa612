"""Tables of saved web pages are read like sheets."""

import pytest

from csto_atlas.events.errors import DataError
from csto_atlas.events.sheets.web_page import is_web_page, read_web_page

PAGE = """<!DOCTYPE html><html><body><table class="menu"><tr><td>Menu</td></tr></table>
<table><caption>Members <b>now</b></caption>
<tr><th rowspan=2>Country</th><th colspan="2">Accession</th></tr>
<tr><th>Signed</th><th>In force</th></tr>
<tr><th scope="row" rowspan="2">Egypt<sup>[a]</sup></th><td>1945</td>
<td>1945<br>May</td></tr>
<tr><td>1989</td><td><span style="display: none">000</span>1990</td></tr>
<tr><td>Iraq &amp; Co<table><tr><td>inner</td></tr></table></td><td>1945<td>1946
</table></body></html>"""


@pytest.fixture
def page(tmp_path):
    """Return a function that saves a page."""

    def save(text, name="list.html"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return save


def test_merged_cells_go_on_below_and_headers_do_not(page):
    tables = read_web_page(page(PAGE))
    assert list(tables) == ["table 1", "Members now"]
    assert tables["Members now"].strip().split("\n") == [
        "Country,Accession,",
        ",Signed,In force",
        "Egypt[a],1945,1945\u2028May",
        "Egypt[a],1989,1990",
        "Iraq & Coinner,1945,1946",
    ]


@pytest.mark.parametrize("name", ["list.xls", "list.html", "list.csv"])
def test_a_page_is_known_by_its_first_letters(page, name):
    assert is_web_page(page("\n <TABLE><tr><td>1</td></tr></TABLE>", name))
    assert not is_web_page(page("Country,Joined\n<b>France</b>,1949\n", name))


def test_a_page_says_how_it_was_saved(page):
    text = '<html><meta charset="windows-1256"><table><tr><td>مصر</td></tr></table>'
    assert "مصر" in read_web_page(page(text.encode("windows-1256")))["table 1"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("<html><p>no table</p>", "no table in this page"),
        (b"<html><table><tr><td>\xe9</td></tr></table>", "not in UTF-8"),
        ("<table><tr>" + "<td>1</td>" * 600 + "</tr></table>", "too large"),
        ("<table>" + "<tr><td>1</td></tr>" * 21_000 + "</table>", "too large"),
        ("<table><tr><td colspan=99999999999>1</td><td>2</td></tr></table>", "too lar"),
    ],
)
def test_what_is_no_list_is_refused(page, text, problem):
    with pytest.raises(DataError, match=problem):
        read_web_page(page(text))
