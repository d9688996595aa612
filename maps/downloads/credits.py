"""Licences of what can be downloaded, as the data package and the gallery name them."""

from __future__ import annotations

import re
from typing import TypedDict


class Licence(TypedDict, total=False):
    """A licence: ``name`` is its SPDX id where it has one, ``path`` its address."""

    name: str
    path: str
    title: str


OWN: Licence = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "Creative Commons Attribution 4.0",
}
GEOMETRY: Licence = {
    "name": "ODbL-1.0",
    "path": "https://opendatacommons.org/licenses/odbl/1-0/",
    "title": "Open Data Commons Open Database License 1.0",
}


def licence_of(text: str) -> Licence:
    """Return the licence that a data set names.

    Parameters
    ----------
    text : str
        Such as ``CC BY 4.0``; one that is not known keeps its words.

    Returns
    -------
    Licence

    Examples
    --------
    >>> licence_of("House rules")
    {'name': 'House-rules', 'title': 'House rules'}
    """
    if text == "CC BY 4.0":
        return OWN
    slug = re.sub(r"[^A-Za-z0-9.]+", "-", text).strip("-")
    return {"name": slug, "title": text}


ATTRIBUTION = (
    "© OpenStreetMap contributors (ODbL) · Natural Earth · GeoNames (CC BY 4.0)"
)


ORIGINS = (
    ("OpenStreetMap contributors", "https://www.openstreetmap.org/copyright"),
    ("Natural Earth", "https://www.naturalearthdata.com"),
    ("GeoNames", "https://www.geonames.org"),
)
