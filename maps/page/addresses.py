"""The address on the web that the atlas is published at, if it is known."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Site:
    """The address of the published atlas: it ends in ``/``, or is empty.

    Without it no page names an address of its own, so that a copy of the atlas is
    right anywhere.
    """

    url: str = ""

    def at(self, path: str) -> str:
        """Return the address of a file of the atlas; empty without a site."""
        return f"{self.url}{path}" if self.url else ""

    def preview(self, still: str) -> str:
        """Return the address of the PNG of a still; empty without a site."""
        return self.at(still.replace(".svg", ".png"))


def read_site(text: str) -> Site:
    """Read the address that the atlas is published at.

    Parameters
    ----------
    text : str

    Returns
    -------
    Site

    Raises
    ------
    ValueError
        If it is not a complete address of a folder on the web.

    Examples
    --------
    >>> read_site("https://maps.example.org/csto").at("en/border.html")
    'https://maps.example.org/csto/en/border.html'
    """
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(f"{text!r} is not an address; expected https://...")
    if parts.query or parts.fragment or any(c in text for c in " <>\"'\\"):
        raise ValueError(f"{text!r} has more than host and folder")
    return Site(f"{text.rstrip('/')}/")
