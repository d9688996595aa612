"""The spec of a map with all derived values: files, projection, views and scales."""

from __future__ import annotations

from csto_atlas.maps.spec.model import MapSpec
from csto_atlas.maps.spec.parts import Preset, Views
from csto_atlas.maps.spec.plane import Bounds, Plane
from csto_atlas.maps.spec.projecting import km_per_unit


class PlacedPreset(Preset):
    """A preset with a box in the projection's units."""

    box: Bounds


class PlacedMap(MapSpec):
    """A spec in which every value that can be derived is set.

    It is made by `maps.spec.placement.place_map`.

    Attributes
    ----------
    boundaries, areas : str
        Files in ``geodata/data``.
    projection : str
        A projected CRS that pyproj understands.
    frame : tuple of float
        Left, bottom, right, top of the drawing in the projection's units.
    views : Views
        First views of wide and of narrow screens.
    unit : float
        Length of one drawing step in the projection's units.
    closest : float
        Length of one screen pixel at the closest zoom, in the projection's units.
    presets, lenses : tuple of PlacedPreset
    opens : None
        Not needed: `views` are set.
    is_chosen : bool
        Whether the projection was chosen by `choose_projection`, not given in the spec.
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
        """Length of a drawing step in km; 0 if the scale varies, as on world maps."""
        varies = self.plane.is_web_mercator or "+proj=eqearth" in self.projection
        return 0.0 if varies else self.unit * km_per_unit(self.projection)

    @property
    def plane(self) -> Plane:
        """The plane that the map is drawn on."""
        return Plane(self.projection, self.frame, self.unit)
