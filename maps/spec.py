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

    colour: Literal["strong", "middle", "weak", "pale", "former", "cool"]
    pattern: Literal["solid", "hatch", "lines", "columns", "dots"]


class Preset(_Frozen):
    """A part of the map that a button leads to.

    `label` is by language, `box` in the projection's plane.
    """

    id: Slug
    label: dict[str, str]
    box: Bounds


class Border(_Frozen):
    """The border that a map is about.

    Attributes
    ----------
    codes : tuple of str
        The two states.
    parts : dict of dict of str
        Names by language of the parts that do not touch, by their id in
        ``border_lengths.csv``, longest first.
    figures : str
        The event whose figures say how long it is officially; it has no date to be
        shown at.
    """

    codes: tuple[str, str]
    parts: dict[str, dict[str, str]]
    figures: str


class MapSpec(_Frozen):
    """How one map is drawn.

    Attributes
    ----------
    id : str
        Names the page.
    title, about : dict of str
        By language; `about` is one sentence for the gallery.
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
    tells : str
        What the line of counts, the graph and the table are about: who is ``bound``,
        the ``contingents``, or the ``states`` of `speaks_of`.
    speaks_of : tuple of str
        Codes, if it tells of states.
    jumps : str
        Where the buttons for the previous and the next change stop: at new ``states``
        or also at new ``events``.
    keeps_past : bool
        Whether past events stay on the map, small.
    has_sizes : bool
        Whether events are as large as the number of people killed.
    has_routes : bool
        Whether contingents, their ways and what they guarded are drawn.
    border : Border or None
    has_lines : bool
        Whether lines that hold for some time are drawn.
    lakes : str or None
        A file in ``geodata/data``.
    has_exclaves : bool
        Whether exclaves belong to the state whose territory they are, and are areas.
    towns : tuple of str
        Places that are labelled, the most important first.
    has_both_names : bool
        Whether places with two names are labelled with both.
    regions : dict of dict of str
        Names, by language, of provinces that are labelled.
    presets : tuple of Preset
    """

    id: Slug
    title: dict[str, str]
    about: dict[str, str] = {"en": ""}
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
    tells: Literal["bound", "contingents", "states"] = "bound"
    speaks_of: tuple[str, ...] = ()
    jumps: Literal["states", "events"] = "states"
    keeps_past: bool = False
    has_sizes: bool = False
    has_routes: bool = False
    border: Border | None = None
    has_lines: bool = False
    lakes: str | None = None
    has_exclaves: bool = False
    towns: tuple[Slug, ...] = ()
    has_both_names: bool = False
    regions: dict[Slug, dict[str, str]] = {}
    presets: tuple[Preset, ...] = ()

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
