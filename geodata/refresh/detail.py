"""How much detail each drawing keeps, and why."""

from __future__ import annotations

from dataclasses import dataclass, replace

import shapely
from shapely import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from csto_atlas.geodata.refresh.planes import EURASIA, MERCATOR, Box, pixel

# States that ever signed, joined or observed: the maps speak of their borders.
FOCUS = frozenset(
    ("AFG", "ARM", "AZE", "BLR", "GEO", "KAZ", "KGZ", "RUS", "SRB", "TJK", "UZB")
)

PieceLabel = tuple[str, tuple[str, ...]]
"""The code of the state that a piece lies in, and the areas it is part of."""


@dataclass(frozen=True)
class DetailWindow:
    """A part of the plane with tolerances of its own."""

    box: Polygon
    border: float = 0.0
    coast: float = 0.0


@dataclass(frozen=True)
class Detail:
    """Largest distances from the source, in the plane's units.

    Attributes
    ----------
    border : float
        Border between two focus states, and edges of disputed areas.
    rim : float
        Border between a focus state and another.
    other : float
        Any other border.
    focus_coast, coast : float
        Where the land of a focus state, or of another, ends.
    smallest_island, smallest_exclave : float
        Areas below which an island is dropped and an exclave given away; an
        exclave of a state out of focus has to be four times as large.
    windows : tuple of DetailWindow
        The first that an arc touches, and that has a tolerance for it, decides.
    """

    border: float
    rim: float
    other: float
    focus_coast: float
    coast: float
    smallest_island: float
    smallest_exclave: float
    windows: tuple[DetailWindow, ...] = ()

    def smallest_of(self, label: PieceLabel) -> float:
        """Return the area below which a piece with this label is given away."""
        return self.smallest_exclave * (1 if label[0] in FOCUS else 4)

    def tolerance(self, arc: LineString, beside: tuple[PieceLabel, ...]) -> float:
        """Return the tolerance of an arc with these labels beside it."""
        states = {code for code, *_ in beside}
        focus = len(states & FOCUS)
        is_coast = len(beside) < 2
        for window in self.windows:
            own = window.coast if is_coast else window.border
            if own and window.box.intersects(arc):
                return own
        if is_coast:
            return self.focus_coast if focus else self.coast
        # Where an area ends its state ends too: Transnistria is but a strip.
        is_edge = any(areas for _, areas in beside)
        is_fine = is_edge or len(states) == 1 or focus == 2
        return self.border if is_fine else self.rim if focus else self.other


@dataclass(frozen=True)
class LakeDetail:
    """Which lakes a drawing shows, and how true.

    Attributes
    ----------
    box : geometry
        A box in the overview's plane. A lake that reaches out of it is left out.
    smallest_km2, tolerance_m : float
    reach_m : float
        Half of a lake must be further than this from its shore.
    smallest_island_km2 : float
        Smaller islands become water.
    window : LakeDetail, optional
        Decides on the lakes that touch its own box.
    """

    box: BaseGeometry
    smallest_km2: float
    tolerance_m: float
    reach_m: float
    smallest_island_km2: float = 0
    window: LakeDetail | None = None

    def of(self, lake: BaseGeometry) -> LakeDetail:
        """Return the detail that decides on a lake in the overview's plane."""
        near = self.window
        return near if near and near.box.intersects(lake) else self


def on_plane(bounds: Box) -> BaseGeometry:
    """Put a box of degrees (west, south, east, north) on the overview's plane."""
    return EURASIA.project(shapely.segmentize(shapely.box(*bounds), 0.5))


def window(bounds: Box, **tolerances: float) -> DetailWindow:
    """Return a window around a box of degrees: west, south, east, north."""
    return DetailWindow(shapely.box(*on_plane(bounds).bounds), **tolerances)


# The overview: one step of its drawing is 1 to 2 km, and all of it must fit into
# 12 kB of compressed paths. So the bytes go to the borders the maps speak of. Coasts
# are there to recognise a country by: three screen pixels at the widest view.
OVERVIEW_FRAME = (-5.0e6, -2.9e6, 4.9e6, 5.55e6)
OVERVIEW = Detail(
    border=4_000,
    rim=9_000,
    other=25_000,
    focus_coast=25_000,
    coast=30_000,
    smallest_island=1_600e6,
    smallest_exclave=36e6,
    windows=(
        window((43, 38.4, 48.2, 42), border=1_500),  # South Caucasus
        window((69.2, 39.3, 73.6, 41.6), border=1_750),  # Fergana valley
        window((25, 36, 60, 60), coast=12_000),  # Black Sea, Caspian, eastern Baltic
    ),
)
# Water and land narrower than twice this are closed or taken off before the coast is
# simplified: river mouths and spits cost bytes and come out as thorns.
OVERVIEW_REACH = 5_000
# Straits that stay open all the same: longitude, latitude, kilometres around.
STRAITS = ((36.6, 45.3, 40), (141.5, 52.2, 90))  # Kerch, Tartary
OVERVIEW_LAKES = LakeDetail(
    shapely.box(*OVERVIEW_FRAME), smallest_km2=1_200, tolerance_m=4_000, reach_m=2_000
)
# Behind the pole, in the corner that no view shows.
OUT_OF_VIEW = frozenset({"GRL"})

# From Moscow down to Almaty: the overview, but for what is seen from close by. The
# border with Kyrgyzstan runs 30 km south of the city; a pixel there is 300 m. All of
# that border gets this tolerance, because all of it is one arc.
ALMATY_BOX = (74.3, 42.2, 79.3, 44.5)
# Around 18-98 E, 30-64 N.
ALMATY_FRAME = (-4.9e6, -2.1e6, 2.6e6, 2.8e6)
ALMATY = replace(OVERVIEW, windows=(window(ALMATY_BOX, border=500), *OVERVIEW.windows))
# Far lakes are there to tell where one is, like coasts.
ALMATY_LAKES = LakeDetail(
    box=shapely.box(*ALMATY_FRAME),
    smallest_km2=2_500,
    tolerance_m=8_000,
    reach_m=2_000,
    smallest_island_km2=1_000,
    window=LakeDetail(
        on_plane(ALMATY_BOX), smallest_km2=100, tolerance_m=900, reach_m=0
    ),
)

# The close view: one pixel at its closest zoom, 10, for the border of Armenia and
# Azerbaijan and for Karabakh; two for their other borders, three for coasts and for
# what only tells where they are.
_CLOSE = pixel(10) * 0.98
# Only rivers that the source counts as sea are closed.
CLOSE_REACH = 400
CLOSE_BOX = (38, 36.5, 52, 45)
CLOSE_FRAME = MERCATOR.project(shapely.box(*CLOSE_BOX)).bounds
CLOSE = Detail(
    border=2 * _CLOSE,
    rim=2 * _CLOSE,
    other=3 * _CLOSE,
    focus_coast=3 * _CLOSE,
    coast=3 * _CLOSE,
    smallest_island=(16 * _CLOSE) ** 2,
    smallest_exclave=(4 * _CLOSE) ** 2,
    windows=(
        # Every piece of that border touches one of them, and no other border does.
        *(
            DetailWindow(
                shapely.box(*MERCATOR.project(shapely.box(*box)).bounds), border=_CLOSE
            )
            for box in ((44.9, 38.9, 46.6, 40.95), (44.95, 40.9, 45.35, 41.18))
        ),
    ),
)
# Two pixels there, in metres on the ground. At this size nothing is a river.
CLOSE_LAKES = LakeDetail(
    on_plane(CLOSE_BOX), smallest_km2=100, tolerance_m=238, reach_m=0
)
