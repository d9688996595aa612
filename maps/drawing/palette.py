"""The colours of a page: the defaults, and those that a data set replaces.

All default colours are our choice. Tests measure their contrast.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from csto_atlas.events.fields import Hue
from csto_atlas.events.records import Meta

LIGHT = {
    "water": "#e6eef2",
    "land": "#f9f8f4",
    "border": "#cdcfcd",
    "edge": "#fff",
    "ink": "#1d2430",
    "quiet": "#565f6b",
    "strong": "#8c2a1c",
    "strong-figure": "#ab523d",
    "middle": "#b0523d",
    "middle-figure": "#843828",
    "weak": "#dfa694",
    "weak-figure": "#ca8571",
    "pale": "#e4c3b5",
    "seam": "#a58a80",
    "arc": "#8c2a1c",
    "pale-figure": "#c99c8a",
    "former": "#cbb98f",
    "former-figure": "#a38f5d",
    "faint": "#e7dfc9",
    "faint-figure": "#c9be9f",
    "cool": "#8fb3cd",
    "cool-figure": "#5f93b8",
    "home": "#255072",
    "disputed-figure": "#1d2430",
    "held": "#c9ccd0",
    "over": "#fff",
    "accent": "#8c2a1c",
    "shade": "#f3e2dd",
}
DARK = {
    "water": "#0e1419",
    "land": "#151b20",
    "border": "#46505a",
    "edge": "#10161c",
    "ink": "#eef1f3",
    "quiet": "#aab3bc",
    "strong": "#c84f3a",
    "strong-figure": "#8f3324",
    "middle": "#9b3c2e",
    "middle-figure": "#70271b",
    "weak": "#67312b",
    "weak-figure": "#96503f",
    "pale": "#573b32",
    "seam": "#8f776d",
    "arc": "#f0836b",
    "pale-figure": "#7a5044",
    "former": "#423a2c",
    "former-figure": "#786b44",
    "faint": "#251a0e",
    "faint-figure": "#4a3c26",
    "cool": "#2f5e82",
    "cool-figure": "#1e4360",
    "home": "#9cc3e0",
    "disputed-figure": "#f2f4f5",
    "held": "#55606b",
    "over": "#fff",
    "accent": "#e07a64",
    "shade": "#3a2723",
}
# Layers of many events: five shades, and the colours of text and lines on the pale
# and on the dark shades.
SHADES = {
    "shade-1": "#e6e0f5",
    "shade-2": "#c6b9e8",
    "shade-3": "#a591d4",
    "shade-4": "#6746a8",
    "shade-5": "#3d2170",
    "on-pale": "#1f0d45",
    "on-dark": "#fff",
}
DARK_SHADES = {
    "shade-1": "#3b2c60",
    "shade-2": "#5d4793",
    "shade-3": "#8a72c4",
    "shade-4": "#bdade6",
    "shade-5": "#e9e2fa",
    "on-pale": "#f1ecfc",
    "on-dark": "#140c24",
}


@dataclass(frozen=True)
class Colours:
    """Colours by name, in CSS syntax, for the light and for the dark theme."""

    light: Mapping[str, str]
    dark: Mapping[str, str]


LAYER_COLOURS = Colours(SHADES, DARK_SHADES)


def mix_colours(meta: Meta) -> Colours:
    """Replace default colours by those of a data set.

    Parameters
    ----------
    meta : Meta
        Its ``palette`` may name any of the colours, or be None.

    Returns
    -------
    Colours
    """
    own = meta.palette
    if own is None:
        return Colours(LIGHT, DARK)
    return Colours(_mix(LIGHT, own.light), _mix(DARK, own.dark))


def _mix(house: Mapping[str, str], own: Mapping[Hue, str]) -> dict[str, str]:
    return {**house, **{str(name): colour for name, colour in own.items()}}
