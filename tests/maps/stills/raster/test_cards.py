import pytest

from csto_atlas.maps.stills.raster.cards import (
    choose_first,
    find_pages,
    read_first_tick,
)

PAGE = '<!doctype html><html lang="en" data-map="north" data-tick="{}"><p>{}</p></html>'


def write_page(folder, tick="2012", text=""):
    (folder / "en").mkdir()
    page = folder / "en" / "north.html"
    page.write_text(PAGE.format(tick, text), encoding="utf-8")
    return page


def test_the_first_still_is_of_the_tick_that_the_page_opens_on(tmp_path):
    found = choose_first(write_page(tmp_path, "2022-09"))
    assert found == tmp_path / "stills" / "en" / "north-2022-09.svg"


def test_a_tick_that_a_text_speaks_of_is_not_the_page_s():
    html = PAGE.format(
        "a&amp;b", '<!-- data-tick="1" --> data-tick="2" <i data-tick="3">'
    )
    assert read_first_tick(html) == "a&b"


def test_a_page_without_a_tick_is_refused():
    with pytest.raises(ValueError, match="data-tick"):
        read_first_tick("<html><p>Nothing</p></html>")


def test_the_pages_of_maps_are_those_with_stills(tmp_path):
    page = write_page(tmp_path)
    page.with_name("article.html").touch()
    stills = tmp_path / "stills" / "en"
    stills.mkdir(parents=True)
    for name in ("north-2011", "far-north-1999"):
        (stills / f"{name}.svg").touch()
    assert find_pages(tmp_path) == [page]
