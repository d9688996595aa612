"""The spec of a map: one YAML file that decides how it looks."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints, field_validator

from events.documents import read_document
from events.errors import DataError
from maps.projection import Bounds, Plane
from maps.timeline import Segment

SPECS = Path(__file__).parent / "specs"


Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Views(_Frozen):
    """What a map shows at first, as boxes in the projection's plane."""

    wide: Bounds
    narrow: Bounds


class Style(_Frozen):
    """The colour and the pattern of one status; names that the style sheet knows."""

    colour: Literal["strong", "middle", "weak", "former", "cool"]
    pattern: Literal["solid", "hatch", "lines", "columns", "dots"]


class MapSpec(_Frozen):
    """How one map is drawn.

    Attributes
    ----------
    id : str
        Names the page.
    title : dict of str
        By language.
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
    timeline : tuple of Segment
    default : str
        ``last`` or the id of the tick a page opens on.
    least_rank : int
        The lightest events that are shown: 1, 2 or 3.
    overlays : tuple of str
        Organisations whose members can be outlined.
    states : dict of Style
        By status.
    """

    id: Slug
    title: dict[str, str]
    boundaries: str
    areas: str
    projection: str
    frame: Bounds
    views: Views
    unit: float
    closest: float
    timeline: tuple[Segment, ...]
    default: str
    least_rank: int
    overlays: tuple[str, ...]
    states: dict[Slug, Style]

    @property
    def plane(self) -> Plane:
        """The plane the map is drawn on."""
        return Plane(self.projection, self.frame, self.unit)

    @field_validator("timeline", mode="before")
    @classmethod
    def _segments(cls, rows: list[dict[str, str]]) -> tuple[Segment, ...]:
        return tuple(Segment(row["from"], row["to"], row["step"]) for row in rows)


def load_spec(path: Path) -> MapSpec:
    """Read a map's spec.

    Parameters
    ----------
    path : Path

    Returns
    -------
    MapSpec

    Raises
    ------
    DataError
        If the file is not the YAML it should be.
    pydantic.ValidationError
        If a field is missing, unknown or of the wrong kind.
    """
    document = read_document(path)
    if document.problems:
        raise DataError(document.problems)
    return MapSpec.model_validate(document.data)


def list_specs(folder: Path = SPECS) -> dict[str, Path]:
    """Find the maps that can be built.

    Parameters
    ----------
    folder : Path

    Returns
    -------
    dict of Path
        By the map's name, sorted.
    """
    return {path.stem: path for path in sorted(folder.glob("*.yml"))}
