"""Why a map lies where it does, in a sentence for `check`."""

from __future__ import annotations

from pyproj import CRS

from csto_atlas.maps.spec.distortion import find_distortion, find_lean, sample
from csto_atlas.maps.spec.placed import PlacedMap

SAME = 1.005  # areas that differ less are called true
GIVEN = "given by the map's file"
REASONS = {
    "laea": "chosen because it bends shapes least around these states with north up",
    "aea": "chosen because it keeps areas true and north up with shapes bent little",
    "eqdc": "chosen because with north up true areas would bend shapes too much here",
    "eqearth": "part of a map of the world, because on a plane or a cone around these"
    " states meridians would lean 30 degrees or shapes be distorted too much",
    "pole": "chosen because the states lie around a pole",
}


def explain_projection(spec: PlacedMap) -> str:
    """Name the projection of a map, what it distorts and why it was taken.

    Parameters
    ----------
    spec : PlacedMap

    Returns
    -------
    str
        Areas are compared over the first view of wide screens.
    """
    crs, view = CRS.from_user_input(spec.projection), spec.views.wide
    operation = crs.coordinate_operation
    name = operation.method_name if operation else crs.name
    area = find_distortion(spec.projection, sample(spec.projection, view)).area
    areas = "areas true" if area < SAME else f"areas up to {area:.2g} times too large"
    lean = find_lean(spec.projection, view)
    return (
        f"map '{spec.id}': {name}, {areas}, meridians lean at most {lean:.0f} degrees "
        f"in the first view; {_reason(spec)}"
    )


def _reason(spec: PlacedMap) -> str:
    if not spec.is_chosen:
        return GIVEN
    family = spec.projection.partition("+proj=")[2].split()[0]
    is_polar = any(f"+lat_0={pole}" in spec.projection for pole in ("90", "-90"))
    return REASONS["pole" if is_polar else family]
