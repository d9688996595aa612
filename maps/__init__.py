"""Joins, time slices, scenes and pages.

The names below are the public face, for notebooks and scripts. All other modules of
the package may change in any release.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from csto_atlas.events.errors import DataError, SchedulerLostError, UsageError
    from csto_atlas.geodata.territories import load_territories
    from csto_atlas.maps.inputs import DATA, GEODATA, DataSetInputs, MapInputs
    from csto_atlas.maps.load import load_data_set, load_map, make_map_inputs
    from csto_atlas.maps.notebook.atlas import Atlas
    from csto_atlas.maps.notebook.errors import FrameError
    from csto_atlas.maps.notebook.explore import explore
    from csto_atlas.maps.notebook.offline import write_page
    from csto_atlas.maps.notebook.slices import Slices
    from csto_atlas.maps.notebook.slider import Dated, TimeSlider
    from csto_atlas.maps.output.errors import OutputError
    from csto_atlas.maps.output.write import write
    from csto_atlas.maps.page.folium_elements import SceneLayer
    from csto_atlas.maps.pipeline import build
    from csto_atlas.maps.scene.assemble import make_scene
    from csto_atlas.maps.spec.load import load_spec

__all__ = [
    "DATA",
    "GEODATA",
    "Atlas",
    "DataError",
    "DataSetInputs",
    "Dated",
    "FrameError",
    "MapInputs",
    "OutputError",
    "SceneLayer",
    "SchedulerLostError",
    "Slices",
    "TimeSlider",
    "UsageError",
    "build",
    "explore",
    "load_data_set",
    "load_map",
    "load_spec",
    "load_territories",
    "make_map_inputs",
    "make_scene",
    "write",
    "write_page",
]
_MODULES = {
    "events.errors": ("DataError", "SchedulerLostError", "UsageError"),
    "geodata.territories": ("load_territories",),
    "maps.inputs": ("DATA", "GEODATA", "DataSetInputs", "MapInputs"),
    "maps.load": ("load_data_set", "load_map", "make_map_inputs"),
    "maps.notebook.atlas": ("Atlas",),
    "maps.notebook.errors": ("FrameError",),
    "maps.notebook.explore": ("explore",),
    "maps.notebook.offline": ("write_page",),
    "maps.notebook.slices": ("Slices",),
    "maps.notebook.slider": ("Dated", "TimeSlider"),
    "maps.output.errors": ("OutputError",),
    "maps.output.write": ("write",),
    "maps.page.folium_elements": ("SceneLayer",),
    "maps.pipeline": ("build",),
    "maps.scene.assemble": ("make_scene",),
    "maps.spec.load": ("load_spec",),
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used: most need folium and geopandas."""
    for module, names in _MODULES.items():
        if name in names:
            return getattr(import_module(f"csto_atlas.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
