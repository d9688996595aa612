"""Every number that a page prints is in a table to download."""

import re

import pytest
from lxml import html

from tests.conftest import LANGUAGES, MAPS
from tests.made.downloads import read_csv

NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f]\d+)*")
GROUPED = re.compile(r"[,\u00a0\u202f](?=\d{3}(?!\d))")  # 17,000
PAGES = (*MAPS, "article")


@pytest.fixture(scope="module")
def tables(atlas):
    """Return the rows of every table by its name."""
    return {
        path.stem: read_csv(path.read_text(encoding="utf-8"))
        for path in (atlas / "data").glob("*.csv")
    }


@pytest.fixture(scope="module")
def numbers(tables):
    """Return every number of the tables, those of dates and of texts too."""
    cells = (cell for rows in tables.values() for row in rows for cell in row.values())
    return {number for cell in cells for number in read_numbers(cell)}


def read_numbers(text):
    """Return the numbers of a text without signs between thousands, and their parts."""
    for found in NUMBER.findall(text):
        plain = GROUPED.sub("", found).replace(",", ".").removesuffix(".0")
        yield plain
        yield from (part.lstrip("0") or "0" for part in re.split(r"\D", found))


def trim(text):
    """Return a text with single blanks and without word joiners."""
    return " ".join(text.replace("\N{WORD JOINER}", "").split())


def read_page(atlas, language, name):
    """Return what a page prints, without its script and the numbers of its notes."""
    path = atlas / language / f"{name}.html"
    page = html.fromstring(path.read_text(encoding="utf-8"))
    for hidden in page.xpath("//script|//style|//svg|//head|//sup"):
        hidden.drop_tree()
    return page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_no_page_prints_a_number_that_no_table_has(atlas, numbers, language, name):
    page = read_page(atlas, language, name)
    for left in page.xpath("//section[@id='events']/p[contains(., 'events.csv')]"):
        left.drop_tree()  # how many rows the page leaves out
    printed = " | ".join(page.xpath("//body//text()")).replace("CC BY 4.0", "")
    # A count of states, events or figures is made from the rows themselves.
    strange = {
        found
        for found in NUMBER.findall(printed)
        if GROUPED.sub("", found).replace(",", ".") not in numbers
    }
    assert not strange


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_every_figure_that_a_page_prints_is_a_row(atlas, tables, language, name):
    dash = "—" if language == "ru" else "–"
    rows = {
        trim(f"{row[f'value_{language}']} {dash} {row[f'by_{language}']}")
        for row in tables["figures"]
    }
    page = read_page(atlas, language, name)
    printed = [
        trim(entry.text_content()) for entry in page.xpath("//*[@class='figures']/li")
    ]
    for entry in printed:
        assert any(entry.startswith(row) for row in rows), entry
    assert bool(printed) == (name != "article")
