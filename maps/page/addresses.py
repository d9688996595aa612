"""Where the atlas will be: its address on the web, if anybody knows it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Site:
    """Where the atlas will be: an address that ends in ``/``, or nothing.

    Without it no page names an address: whatever is said of a page holds wherever a
    copy of it lies.
    """

    url: str = ""

    def at(self, path: str) -> str:
        """Return the address of a file of the atlas, nothing if there is none."""
        return f"{self.url}{path}" if self.url else ""

    def preview(self, still: str) -> str:
        """Return the address of the PNG of a still, nothing if there is none."""
        return self.at(still.replace(".svg", ".png"))


def read_site(text: str) -> Site:
    """Read the address that an atlas will have.

    Parameters
    ----------
    text : str

    Returns
    -------
    Site

    Raises
    ------
    ValueError
        If it is no complete address of a folder on the web.

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
