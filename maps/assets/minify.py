"""Scripts, style sheets and markup without what only people need."""

from __future__ import annotations

from functools import lru_cache

import minify

HELD = 256  # texts that are remembered: every page has the same scripts


@lru_cache(maxsize=HELD)
def minify_script(text: str) -> str:
    """Return a script without comments and blanks; names of its own functions stay.

    Parameters
    ----------
    text : str
        A classic script; names at its top level are those of the page.

    Returns
    -------
    str

    Raises
    ------
    ValueError
        If it is not JavaScript.
    """
    return _minify("text/javascript", text)


@lru_cache(maxsize=HELD)
def minify_style(text: str) -> str:
    """Return a style sheet without comments and blanks.

    Parameters
    ----------
    text : str

    Returns
    -------
    str

    Raises
    ------
    ValueError
        If it is not CSS.
    """
    return _minify("text/css", text)


def minify_markup(text: str) -> str:
    """Return a part of a page without quotes and end tags that HTML can do without.

    Every page has its own, so nothing is remembered.

    Parameters
    ----------
    text : str

    Returns
    -------
    str
    """
    return _minify("text/html", text)


def _minify(kind: str, text: str) -> str:
    try:
        return str(minify.string(kind, text))
    except minify.MinifyError as error:
        raise ValueError(f"{kind}: {error}") from error
