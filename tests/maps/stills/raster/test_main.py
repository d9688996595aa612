import io

import pytest
from PIL import Image

from csto_atlas.maps.stills.raster.__main__ import (
    FRAME,
    choose_first,
    find_series,
    read_first_tick,
    save_animation,
)

PAGE = '<!doctype html><html lang="en" data-map="north" data-tick="{}"><p>{}</p></html>'


def write_page(folder, tick="2012", text=""):
    (folder / "en").mkdir()
    page = folder / "en" / "north.html"
    page.write_text(PAGE.format(tick, text), encoding="utf-8")
    return folder / "stills" / "en" / "north.webp"


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


def test_the_stills_of_a_map_are_in_order_of_time(tmp_path):
    folder = tmp_path / "en"
    folder.mkdir()
    for name in ("north-2012", "north-2011-12", "north-2011-02", "far-north-1999"):
        (folder / f"{name}.svg").touch()
    series = find_series(tmp_path)
    assert {page.name: [one.stem for one in series[page]] for page in series} == {
        "far-north.webp": ["far-north-1999"],
        "north.webp": ["north-2011-02", "north-2011-12", "north-2012"],
    }


def test_a_moving_picture_has_every_frame(tmp_path):
    def picture(colour):
        out = io.BytesIO()
        Image.new("RGB", (1200, 630), colour).save(out, "PNG")
        return out.getvalue()

    path = tmp_path / "moving.webp"
    save_animation(map(picture, ("red", "green", "blue")), path)
    with Image.open(path) as moving:
        assert (moving.n_frames, moving.size) == (3, FRAME)
