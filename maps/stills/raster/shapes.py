"""The shapes of pictures for social media, and what is made of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

THEMES = ("light", "dark")


@dataclass(frozen=True)
class PictureShape:
    """A shape of a picture.

    Attributes
    ----------
    name : str
        Width and height as a ratio, ``"4x5"``.
    width, height : int
        Of the page that is photographed, in CSS pixels.
    scale : float
        Pixels of the picture to a CSS pixel; the letters of the key are 12.6 CSS pixels
        high or more, in the picture 28 or more.
    """

    name: str
    width: int
    height: int
    scale: float

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the picture in pixels."""
        return round(self.width * self.scale), round(self.height * self.scale)


# 1080 pixels wide, or high if lying: what Instagram, TikTok, YouTube, and X show whole.
SHAPES = {
    shape.name: shape
    for shape in (
        PictureShape("1x1", 480, 480, 2.25),
        PictureShape("4x5", 432, 540, 2.5),
        PictureShape("9x16", 432, 768, 2.5),
        PictureShape("16x9", 960, 540, 2),
    )
}


@dataclass(frozen=True)
class RenderJob:
    """What is made of a page in one shape and theme.

    Attributes
    ----------
    page : Path
        A map's page.
    shape : PictureShape
    theme : str
        One of `THEMES`.
    ticks : tuple of str, optional
        Ids of the ticks that get a PNG; None is the one that the page opens on.
    has_story : bool
        Whether a film and an animation of its changes are made.
    has_all : bool
        Whether every tick of the story gets a PNG.
    """

    page: Path
    shape: PictureShape
    theme: str
    ticks: tuple[str, ...] | None = None
    has_story: bool = False
    has_all: bool = False

    def path(self, tick: str, suffix: str) -> Path:
        """Return where a picture of a tick is written, or with "" the story.

        Parameters
        ----------
        tick : str
        suffix : str
            ``".png"``.
        """
        parts = [self.page.stem, tick, self.shape.name]
        parts.append("" if self.theme == THEMES[0] else self.theme)
        folder = self.page.parents[1] / "stills" / self.page.parent.name
        return folder / f"{'-'.join(filter(None, parts))}{suffix}"


def list_jobs(
    pages: Sequence[Path],
    shapes: Sequence[str] = (),
    themes: Sequence[str] = (),
    ticks: Sequence[str] = (),
    *,
    has_all: bool = False,
) -> Iterator[RenderJob]:
    """List what is made of pages.

    Without a wish: the tick that a page opens on in every shape and theme, and its
    story upright and light, since a story takes a minute. Who names shapes or themes
    gets the story in these; who names ticks gets these alone.

    Parameters
    ----------
    pages : sequence of Path
    shapes, themes, ticks : sequence of str
        Those that are wanted; empty is the choice above.
    has_all : bool
        Whether every tick at which something changes, and every story, is wanted.
    """
    is_named = bool(shapes or themes)
    for page, shape, theme in product(pages, shapes or SHAPES, themes or THEMES):
        is_usual = (shape, theme) == ("4x5", "light")
        yield RenderJob(
            page,
            SHAPES[shape],
            theme,
            tuple(ticks) or None,
            has_story=has_all or (not ticks and (is_named or is_usual)),
            has_all=has_all,
        )
