"""A scene's style sheet for one scale: without variables, with strokes that grow.

A page keeps strokes at their width by `vector-effect`, which counts in pixels of the
screen: in a picture of half the size they would be twice as heavy.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

VARIABLES = re.compile(r":root\{(.*?)\}")
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
COMMA = re.compile(r",(?![^()]*\))")
NESTED = re.compile(r"@[^{}]+\{(?:[^{}]+\{[^{}]*\})*\}")
PRODUCT = re.compile(r"calc\(([\d.]+)\*([\d.]+)px\)")
WIDTHS = re.compile(r"(stroke-width|stroke-dasharray):([\d. ]+)")
# What stands in a group that is as large at every scale already.
GROWN = re.compile(
    r"\.(px|marks|sizes|objects|town|lead|arrow|stem|figure|icon)\b|text"
)
# What only a page has: a pointer, a switch of view, outlines to choose.
PAGE_ONLY = re.compile(r"data-view|:root|\.(outlines|held|chosen|on|off)\b")
DROPPED = re.compile(r"(?:pointer-events|cursor|vector-effect|--[\w-]+):[^;]*;?")


def flatten(css: str, scale: float) -> str:
    """Put numbers and colours for everything that a page leaves to its browser.

    Parameters
    ----------
    css : str
        Of a scene (`maps.scene.model.Scene`).
    scale : float
        Drawing steps for each pixel that a stroke or a letter measures.

    Returns
    -------
    str
        In the light colours.
    """
    # A scene with layers has a second set of colours.
    colours = ";".join(VARIABLES.findall(NESTED.sub("", css)))
    names = dict(re.findall(r"--([\w-]+):([^;]+)", colours))
    names["u"] = f"{scale:.2f}"
    rules = (
        (_keep(selectors), declared)
        for selectors, declared in RULE.findall(NESTED.sub("", css))
    )
    return "".join(
        f"{selectors}{{{body}}}"
        for selectors, declared in rules
        if selectors and (body := _flatten(selectors, declared, names, scale))
    )


def _keep(selectors: str) -> str:
    return ",".join(s for s in COMMA.split(selectors) if not PAGE_ONLY.search(s))


def _flatten(
    selectors: str, declared: str, names: Mapping[str, str], scale: float
) -> str:
    body = DROPPED.sub("", declared)
    body = re.sub(r"var\(--([\w-]+)\)", lambda found: names[found[1]], body)
    body = PRODUCT.sub(lambda f: f"{float(f[1]) * float(f[2]):.1f}px", body)
    if GROWN.search(selectors):
        return body
    return WIDTHS.sub(lambda found: f"{found[1]}:{grow(found[2], scale)}", body)


def grow(numbers: str, scale: float) -> str:
    """Multiply one or more numbers between blanks.

    Examples
    --------
    >>> grow("2 4", 1.5)
    '3.0 6.0'
    """
    return " ".join(f"{float(number) * scale:.1f}" for number in numbers.split())
