"""Check that text is readable on the colours of a palette."""

from __future__ import annotations

from collections.abc import Iterator

from csto_atlas.events.errors import Problem
from csto_atlas.events.records import Meta
from csto_atlas.maps.drawing.palette import mix_colours

# Colours of text, and the backgrounds on which each must be readable.
WRITTEN = {
    "over": ("strong", "middle"),
    "ink": ("weak", "pale", "former", "cool"),
}


LEAST = 4.5  # WCAG 2.2, success criterion 1.4.3


def check_palette(meta: Meta) -> list[Problem]:
    """Find colours of a data set on which text cannot be read.

    Parameters
    ----------
    meta : Meta

    Returns
    -------
    list of Problem
    """
    return list(_unreadable(meta))


def _unreadable(meta: Meta) -> Iterator[Problem]:
    colours = mix_colours(meta)
    themes = {"light": colours.light, "dark": {**colours.light, **colours.dark}}
    for theme, shades in themes.items():
        for ink, grounds in WRITTEN.items():
            for ground in grounds:
                found = contrast(shades[ink], shades[ground])
                if found < LEAST:
                    where = meta.origin.at("palette", theme, ground)
                    what = (
                        f"{ground} '{shades[ground]}' has a contrast of {found:.1f} "
                        f"with the letters on it ('{shades[ink]}', {theme})"
                    )
                    yield Problem(where, what, f"{LEAST} or more")


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21.

    Parameters
    ----------
    one, other : str
        ``#rgb`` or ``#rrggbb``.

    Returns
    -------
    float
        The ratio that WCAG 2.2 defines.

    Examples
    --------
    >>> contrast("#fff", "#000")
    21.0
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = digits if len(digits) == 6 else "".join(2 * digit for digit in digits)
    red, green, blue = (int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4))
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(value: float) -> float:
    # The threshold of IEC 61966-2-1; WCAG's own rounds it, to the same eight bits.
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
