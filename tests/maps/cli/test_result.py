from pathlib import Path

from csto_atlas.maps.cli.result import summarize_build

FILES = {
    "en/membership.html": "a" * 3000,
    "index.html": "b",
    "stills/en/membership-2024.svg": "c",
    "stills/en/membership-2025.svg": b"d",
}


def test_a_build_names_its_size_a_picture_and_what_to_open():
    assert summarize_build(FILES, Path("out")) == [
        "4 files (0.0 MB) in out",
        "2 pages, the largest en/membership.html (3 kB)",
        "A picture: out/stills/en/membership-2025.svg",
        "Open out/index.html",
    ]


def test_a_build_of_one_page_has_only_that_to_open():
    assert (
        summarize_build({"ar/border.html": ""}, Path("out"))[-1]
        == "Open out/ar/border.html"
    )
