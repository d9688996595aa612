"""Licences of the downloads, and the credits of the shapes on the maps."""

from __future__ import annotations

import re
from dataclasses import dataclass
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
    known = {"CC BY 4.0": OWN, GEOMETRY["title"]: GEOMETRY}
    if text in known:
        return known[text]
    slug = re.sub(r"[^A-Za-z0-9.]+", "-", text).strip("-")
    return {"name": slug, "title": text}


@dataclass(frozen=True)
class Credit:
    """An origin of the shapes and places on the maps, named as its licence asks.

    Attributes
    ----------
    name, holder : str
        In the line below a map, and where a file or a citation names the holder.
    url : str
    licence, licence_in_full : str
        Empty for the public domain.
    licence_url : str
        Where the licence is linked; empty if it need not be.
    is_linked : bool
        Whether every page links `url`: https://www.openstreetmap.org/copyright asks
        for it.
    """

    name: str
    holder: str
    url: str
    licence: str = ""
    licence_in_full: str = ""
    licence_url: str = ""
    is_linked: bool = False


CREDITS = (
    Credit(
        name="OpenStreetMap",
        holder="OpenStreetMap contributors",
        url="https://www.openstreetmap.org/copyright",
        licence="ODbL",
        licence_in_full="ODbL 1.0",
        licence_url=GEOMETRY["path"],
        is_linked=True,
    ),
    Credit(
        name="Natural Earth",
        holder="Natural Earth",
        url="https://www.naturalearthdata.com",
    ),
    Credit(
        name="GeoNames",
        holder="GeoNames",
        url="https://www.geonames.org",
        licence="CC BY 4.0",
        licence_in_full="CC BY 4.0",
    ),
)


def write_credits(*, has_holders: bool = False) -> str:
    """Write the line of credits as plain text.

    Parameters
    ----------
    has_holders : bool
        Whether to name the holders of the rights instead of the collections.

    Returns
    -------
    str

    Examples
    --------
    >>> write_credits()
    '© OpenStreetMap (ODbL) · Natural Earth · GeoNames (CC BY 4.0)'
    """
    parts = (
        (credit.holder if has_holders else credit.name)
        + (f" ({credit.licence})" if credit.licence else "")
        for credit in CREDITS
    )
    return f"© {' · '.join(parts)}"


ATTRIBUTION = write_credits(has_holders=True)
ORIGINS = tuple((credit.holder, credit.url) for credit in CREDITS)
