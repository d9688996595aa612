"""The colours of a page: the house's own, and those that a data set sets instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from events.errors import Problem
from events.records import Meta

LIGHT = {
    "water": "#e6eef2",
    "land": "#f9f8f4",
    "border": "#cdcfcd",
    "edge": "#fff",
    "ink": "#1d2430",
    "quiet": "#565f6b",
    "strong": "#8c2a1c",
    "strong-figure": "#e2a08f",
    "middle": "#b3543f",
    "middle-figure": "#cf8370",
    "weak": "#e0a795",
    "weak-figure": "#b4604b",
    "pale": "#eed3c8",
    "seam": "#a58a80",
    "arc": "#8c2a1c",
    "pale-figure": "#bb7663",
    "former": "#cbb98f",
    "former-figure": "#8b7748",
    "cool": "#8fb3cd",
    "cool-figure": "#255072",
    "disputed-figure": "#1d2430",
    "held": "#c9ccd0",
    "over": "#fff",
    "accent": "#8c2a1c",
    "shade": "#f3e2dd",
}
DARK = {
    "water": "#141b22",
    "land": "#262e36",
    "border": "#46505a",
    "edge": "#10161c",
    "ink": "#eef1f3",
    "quiet": "#aab3bc",
    "strong": "#a8402d",
    "strong-figure": "#f0b5a5",
    "middle": "#83382a",
    "middle-figure": "#a95f4e",
    "weak": "#5c342c",
    "weak-figure": "#d99683",
    "pale": "#4d342d",
    "seam": "#8f776d",
    "arc": "#f0836b",
    "pale-figure": "#b5705d",
    "former": "#73674a",
    "former-figure": "#b9a878",
    "cool": "#2f5e82",
    "cool-figure": "#9cc3e0",
    "disputed-figure": "#f2f4f5",
    "held": "#55606b",
    "over": "#fff",
    "accent": "#e07a64",
    "shade": "#3a2723",
}
# What is written on what: the name of the ink, then the grounds it must be read on.
WRITTEN = {
    "over": ("strong", "middle"),
    "ink": ("weak", "pale", "former", "cool"),
}
LEAST = 4.5  # WCAG 2.2, success criterion 1.4.3


@dataclass(frozen=True)
class Colours:
    """Colours by name, as a style sheet writes them; the dark theme's differ only."""

    light: Mapping[str, str]
    dark: Mapping[str, str]


def mix_colours(meta: Meta) -> Colours:
    """Put a data set's colours in place of the house's.

    Parameters
    ----------
    meta : Meta

    Returns
    -------
    Colours
    """
    own = meta.palette
    if own is None:
        return Colours(LIGHT, DARK)
    return Colours({**LIGHT, **own.light}, {**DARK, **own.dark})


def check_palette(meta: Meta) -> list[Problem]:
    """Find colours of a data set that texts on them cannot be read on.

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
