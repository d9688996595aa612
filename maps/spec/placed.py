"""A map whose place on the globe is complete: nothing is left to derive."""

from __future__ import annotations

from csto_atlas.maps.spec.model import MapSpec
from csto_atlas.maps.spec.parts import Preset, Views
from csto_atlas.maps.spec.plane import Bounds, Plane
from csto_atlas.maps.spec.projecting import km_per_unit


class PlacedPreset(Preset):
    """A part of the map that a button leads to, as a box in the projection's plane."""

    box: Bounds


class PlacedMap(MapSpec):
    """A spec with everything that says where the map is and from what it is drawn.

    It is made by `maps.spec.placement.place_map`.

    Attributes
    ----------
    boundaries, areas : str
        Files in ``geodata/data``.
    projection : str
        A CRS that pyproj understands.
    frame : tuple of float
        Left, bottom, right, top of the drawing in the projection's plane.
    views : Views
        First view of wide and of narrow screens.
    unit : float
        Length of one step of the drawing, in the projection's units.
    closest : float
        What one screen pixel shows where zooming in ends, in the same units.
    presets, lenses : tuple of PlacedPreset
    opens : None
        The `views` say what is seen at first.
    is_chosen : bool
        Whether the projection is chosen for the members, not given.
    """

    boundaries: str
    areas: str
    projection: str
    frame: Bounds
    views: Views
    unit: float
    closest: float
    presets: tuple[PlacedPreset, ...] = ()
    lenses: tuple[PlacedPreset, ...] = ()
    opens: None = None
    is_chosen: bool = False

    @property
    def kilometres(self) -> float:
        """Length of a step of the drawing; 0 where it varies: on maps of the world."""
        varies = self.plane.is_web_mercator or "+proj=eqearth" in self.projection
        return 0.0 if varies else self.unit * km_per_unit(self.projection)

    @property
    def plane(self) -> Plane:
        """The plane the map is drawn on."""
        return Plane(self.projection, self.frame, self.unit)
