"""How a drawing is written for a page, whose browser scales it, and for a still."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class PageMedium:
    """A page: colours and scale are CSS variables, strokes keep their width.

    Attributes
    ----------
    scale : float
        Drawing steps for each pixel until a script sets the scale.
    """

    scale: float
    is_page: ClassVar[bool] = True
    key_scale: ClassVar[float] = 1
    unit: ClassVar[str] = "var(--u)"

    def colour(self, name: str) -> str:
        """Write a colour of the palette."""
        return f"var(--{name})"

    def stroke(self, pixels: str | float) -> str:
        """Write widths or dashes of a stroke; `vector-effect` keeps them in pixels."""
        return str(pixels)

    def letters(self, pixels: float) -> str:
        """Write the font size of text that stands in drawing steps."""
        return f"calc(var(--u)*{pixels}px)"


@dataclass(frozen=True)
class StillMedium:
    """A picture at one scale: numbers and colours only, so that every viewer draws it.

    Strokes are in drawing steps: `vector-effect` counts in pixels of the screen, so in
    a picture shown at half its size they would be twice as heavy.

    Attributes
    ----------
    scale : float
        Drawing steps for each pixel that letters, signs and strokes measure.
    key_scale : float
        How much larger than on a page the signs of the key are.
    colours : mapping of str
        By name.
    box : tuple of float
        Left, top, width and height of the part that is shown, in drawing steps.
    place : tuple of float
        The same of where that part is put, in pixels of the still.
    """

    scale: float
    key_scale: float
    colours: Mapping[str, str]
    box: Box
    place: Box
    is_page: ClassVar[bool] = False

    @property
    def unit(self) -> str:
        """Drawing steps for each pixel, as CSS has them."""
        return f"{self.scale:.2f}"

    def colour(self, name: str) -> str:
        """Write a colour of the palette."""
        return self.colours[name]

    def stroke(self, pixels: str | float) -> str:
        """Write widths or dashes of a stroke in drawing steps.

        Examples
        --------
        >>> box = (0, 0, 1, 1)
        >>> StillMedium(1.5, 1, {}, box, box).stroke("2 4")
        '3.0 6.0'
        """
        return " ".join(f"{float(n) * self.scale:.1f}" for n in str(pixels).split())

    def letters(self, pixels: float) -> str:
        """Write the font size of text that stands in drawing steps."""
        return f"{pixels * float(self.unit):.1f}px"


Medium = PageMedium | StillMedium
