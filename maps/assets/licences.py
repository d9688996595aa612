"""The licences of the software that is in every page."""

from __future__ import annotations

from pathlib import Path

from csto_atlas.maps.assets.templates import STATIC

LICENCES = "licences.txt"
"""Path of the file, relative to the output."""

OWN = Path(__file__).with_name("LICENCE.txt")

_INTRODUCTION = """\
Every map in this folder is a page with software in it, under the licences below. They
ask that these texts go with it: keep this file beside the pages wherever you put them.

The data, the shapes and the sources have licences of their own, which each page, the
gallery and data/datapackage.json name.
"""
_PARTS = (
    # A copy of LICENCE, which no package contains.
    ("Scripts and styles of the pages, embed.js", OWN),
    ("Leaflet, of which map pages have a part", STATIC / "vendor/LICENCE-leaflet.txt"),
)


def write_licences() -> str:
    """Write the file with the whole text of each licence.

    Returns
    -------
    str
    """
    parts = (
        f"{title}\n{'=' * len(title)}\n\n{path.read_text(encoding='utf-8')}"
        for title, path in _PARTS
    )
    return "\n\n".join([_INTRODUCTION, *parts])
