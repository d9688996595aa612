"""What part of a drawing a still shows, and at which scale."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from csto_atlas.maps.drawing.medium import Box, StillMedium
from csto_atlas.maps.spec.placed import PlacedMap

WIDTH, HEIGHT = 1200, 630  # what feeds and messengers show of a page
KEY = 250  # width of the key beside the map
HEAD, FOOT, MARGIN = 124, 34, 24
ROOM = (WIDTH - KEY, HEIGHT - HEAD - FOOT)
LETTERING = 1.25  # feeds show a still at half its size: letters and signs are larger


@dataclass(frozen=True)
class Crop:
    """A part of a drawing.

    Attributes
    ----------
    box : tuple of float
        Left, top, width and height in drawing steps.
    scale : float
        Drawing steps for each pixel that letters and signs measure.
    """

    box: Box
    scale: float

    def shows(self, x: float, y: float, half: tuple[float, float] = (0, 0)) -> bool:
        """Tell whether a point of the drawing is seen, and `half` around it."""
        left, top, width, height = self.box
        is_across = left + half[0] <= x <= left + width - half[0]
        return is_across and top + half[1] <= y <= top + height - half[1]

    def medium(self, colours: Mapping[str, str], *, is_rtl: bool) -> StillMedium:
        """Return how a scene is written for a still of this part.

        The map stands beside the key: on the left where text runs to the left.
        """
        place = (0 if is_rtl else KEY, HEAD, *ROOM)
        return StillMedium(self.scale, LETTERING, colours, self.box, place)


def crop(spec: PlacedMap) -> Crop:
    """Choose the part of a map that its stills show.

    Parameters
    ----------
    spec : PlacedMap

    Returns
    -------
    Crop
        The wide view with what lies around it; its middle where the drawing is not
        wide enough for all of it.
    """
    left, top, right, bottom = spec.plane.box(spec.views.wide)
    size = spec.plane.size
    wanted = max((right - left) / ROOM[0], (bottom - top) / ROOM[1])
    steps = min(wanted, size[0] / ROOM[0], size[1] / ROOM[1])
    width, height = ROOM[0] * steps, ROOM[1] * steps
    x = min(max((left + right - width) / 2, 0), size[0] - width)
    y = min(max((top + bottom - height) / 2, 0), size[1] - height)
    return Crop((x, y, width, height), steps * LETTERING)
