"""Output media: a page, which the browser scales, and a still at a fixed scale."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class PageMedium:
    """A page: colours and scale are CSS variables, strokes have a fixed width.

    Attributes
    ----------
    scale : float
        Drawing steps per pixel until a script sets the scale.
    """

    scale: float
    is_page: ClassVar[bool] = True
    key_scale: ClassVar[float] = 1
    unit: ClassVar[str] = "var(--u)"

    def colour(self, name: str) -> str:
        """Return a colour of the palette in CSS syntax."""
        return f"var(--{name})"

    def stroke(self, pixels: str | float) -> str:
        """Return stroke widths or dashes; `vector-effect` keeps them in pixels."""
        return str(pixels)

    def letters(self, pixels: float) -> str:
        """Return the font size, in CSS syntax, of text placed in drawing steps."""
        return f"calc(var(--u)*{pixels}px)"


@dataclass(frozen=True)
class StillMedium:
    """A picture at one scale, without CSS variables, so that every viewer can draw it.

    Strokes are in drawing steps: `vector-effect` uses screen pixels, so in a picture
    shown at half its size the strokes would look twice as wide.

    Attributes
    ----------
    scale : float
        Drawing steps per pixel, for text, symbols and strokes.
    key_scale : float
        Size of the symbols in the legend relative to a page.
    colours : mapping of str
        Colours by name, in CSS syntax.
    box : tuple of float
        Left, top, width and height of the visible part, in drawing steps.
    place : tuple of float
        Left, top, width and height of the same part on the still, in pixels.
    """

    scale: float
    key_scale: float
    colours: Mapping[str, str]
    box: Box
    place: Box
    is_page: ClassVar[bool] = False

    @property
    def unit(self) -> str:
        """Drawing steps per pixel, in CSS syntax."""
        return f"{self.scale:.2f}"

    def colour(self, name: str) -> str:
        """Return a colour of the palette in CSS syntax."""
        return self.colours[name]

    def stroke(self, pixels: str | float) -> str:
        """Return stroke widths or dashes in drawing steps.

        Parameters
        ----------
        pixels : str or float
            One width, or several separated by blanks.

        Examples
        --------
        >>> box = (0, 0, 1, 1)
        >>> StillMedium(1.5, 1, {}, box, box).stroke("2 4")
        '3.0 6.0'
        """
        return " ".join(f"{float(n) * self.scale:.1f}" for n in str(pixels).split())

    def letters(self, pixels: float) -> str:
        """Return the font size, in CSS syntax, of text placed in drawing steps."""
        return f"{pixels * float(self.unit):.1f}px"


Medium = PageMedium | StillMedium
