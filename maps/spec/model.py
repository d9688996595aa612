"""The spec of a map as its author writes it: one YAML file of the data set."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import (
    Field,
    ValidationError,
    ValidationInfo,
    WithJsonSchema,
    field_validator,
)
from pydantic.json_schema import SkipJsonSchema
from pyproj import CRS
from pyproj.exceptions import CRSError

from csto_atlas.events.bases import Frozen
from csto_atlas.events.errors import DataError
from csto_atlas.events.fields import Text
from csto_atlas.events.files.items import Origin
from csto_atlas.events.files.model_errors import explain
from csto_atlas.maps.spec.parts import (
    SEGMENTS,
    STEPS,
    Border,
    Extent,
    Preset,
    Slug,
    Style,
    Views,
)
from csto_atlas.maps.spec.plane import Bounds
from csto_atlas.maps.timeline.ticks import MOST_TICKS, Segment, make_ticks

MADE = Origin("a spec made in code", 1)


class MapSpec(Frozen):
    """How one map is drawn."""

    id: Slug
    """Names the page."""
    title: Text
    """By language; `about` is one sentence for the gallery."""
    about: Text = Field(default={"en": ""})
    """By language; `about` is one sentence for the gallery."""
    meaning: Text = Field(default={})
    """By language: what a step means, where the page's own words do not fit."""
    extent: Extent | None = None
    """West, south, east, north in degrees of what the map is about; across the
    antimeridian east is above 180, or less than west. Derived from the members if not
    given, as are the next seven."""
    boundaries: str | None = None
    """Files in ``geodata/data``."""
    areas: str | None = None
    """Files in ``geodata/data``."""
    projection: str | None = None
    """A CRS that pyproj understands."""
    frame: Bounds | None = None
    """Left, bottom, right, top of the drawing in the projection's plane."""
    views: Views | None = None
    """First view of wide and of narrow screens."""
    unit: float | None = None
    """Length of one step of the drawing, in the projection's units."""
    closest: float | None = None
    """What one screen pixel shows where zooming in ends, in the same units."""
    timeline: Annotated[tuple[Segment, ...], WithJsonSchema(SEGMENTS)]
    default: str
    """``last`` or the id of the tick a page opens on."""
    least_rank: int
    """The lightest events that are shown: 1, 2 or 3."""
    overlays: tuple[str, ...]
    """Organisations whose members can be outlined."""
    states: dict[Slug, Style]
    """By status."""
    tells: Literal["bound", "contingents", "states"] = "bound"
    """What the line of counts, the graph and the table are about: who is ``bound``, the
    ``contingents``, or the ``states`` of `speaks_of`."""
    speaks_of: tuple[str, ...] = ()
    """Codes, if it tells of states."""
    jumps: Literal["states", "events"] = "states"
    """Where the buttons for the previous and the next change stop: at new ``states`` or
    also at new ``events``."""
    keeps_past: bool = False
    """Whether past events stay on the map, small."""
    has_sizes: bool = False
    """Whether events are as large as the number of people killed."""
    has_routes: bool = False
    """Whether contingents, their ways and what they guarded are drawn."""
    border: Border | None = None
    has_lines: bool = False
    """Whether lines that hold for some time are drawn."""
    lakes: str | None = None
    """A file in ``geodata/data``."""
    has_exclaves: bool = False
    """Whether exclaves belong to the state whose territory they are, and are areas."""
    towns: tuple[Slug, ...] = ()
    """Places that are labelled, the most important first."""
    has_both_names: bool = False
    """Whether places with two names are labelled with both."""
    regions: dict[Slug, Text] = Field(default={})
    """Names, by language, of provinces that are labelled."""
    presets: tuple[Preset, ...] = ()
    lenses: tuple[Preset, ...] = ()
    """Parts that wide frames show larger in their lower left corner, where the first
    view has room for it: at least three times as large."""
    opens: Slug | None = None
    """The preset that is seen at first, if no `views` say what is."""
    layers: tuple[Slug, ...] = ()
    """Layers of many events that are shown besides."""
    origin: SkipJsonSchema[Origin] = MADE
    """Where it was read."""

    @property
    def is_open(self) -> bool:
        """Whether the map's place on the globe has to be derived from the data set."""
        given = (self.projection, self.frame, self.views, self.unit, self.closest)
        return None in given

    def with_changes(self, **fields: Any) -> MapSpec:
        """Return a copy with other values, checked like those of a file.

        Parameters
        ----------
        **fields
            New values by the names of the attributes; None for what shall be derived.

        Returns
        -------
        MapSpec

        Raises
        ------
        DataError
            With every unknown field and every wrong value.
        """
        written = self.model_fields_set & MapSpec.model_fields.keys()
        given = {name: getattr(self, name) for name in written}
        try:
            return MapSpec.model_validate(given | fields)
        except ValidationError as error:
            where = f"changed copy of the map '{self.id}'"
            problems = explain(error, self.origin, MapSpec)
            raise DataError(replace(p, where=where) for p in problems) from None

    @field_validator("timeline", mode="before")
    @classmethod
    def _segments(cls, rows: Any) -> tuple[Segment, ...]:
        expected = "a list of segments, each with from, to and step (year, month, day)"
        try:
            segments = tuple(
                row
                if isinstance(row, Segment)
                else Segment(row["from"], row["to"], row["step"])
                for row in rows
            )
            if not segments or any(s.step not in STEPS for s in segments):
                raise ValueError("no step of year, month or day")
            make_ticks(segments, date.max, MOST_TICKS)
        except (KeyError, TypeError, ValueError) as error:
            raise ValueError(f"timeline: {error}; expected {expected}") from None
        return segments

    @field_validator("default")
    @classmethod
    def _has_default(cls, default: str, info: ValidationInfo) -> str:
        segments = info.data.get("timeline")
        ticks = make_ticks(segments, date.max) if segments else ()
        if segments and default not in {"last", *(tick.id for tick in ticks)}:
            raise ValueError(
                f"default '{default}' is no step of the timeline; "
                "expected 'last' or one of its steps"
            )
        return default

    @field_validator("opens")
    @classmethod
    def _is_a_preset(cls, name: str | None, info: ValidationInfo) -> str | None:
        presets = [preset.id for preset in info.data.get("presets", ())]
        if name is not None and name not in presets:
            raise ValueError(f"opens '{name}' is no preset; expected the id of one")
        if name is not None and info.data.get("views"):
            raise ValueError("opens beside views; expected only one of them")
        return name

    @field_validator("projection")
    @classmethod
    def _is_projected(cls, text: str | None) -> str | None:
        if text is None:
            return None
        try:
            crs = CRS.from_user_input(text)
        except CRSError:
            crs = None
        if crs is None or not crs.is_projected:
            raise ValueError(
                f"projection '{text}' is not known; "
                "expected a projected CRS that PROJ understands, such as EPSG:3857"
            )
        return text

    @field_validator("frame", "views", "unit", "closest")
    @classmethod
    def _is_on_a_plane(cls, value: Any, info: ValidationInfo) -> Any:
        if value is not None and info.data.get("projection", "") is None:
            raise ValueError(
                f"{info.field_name} without a projection; "
                "expected the projection that its lengths are in"
            )
        return value

    @field_validator("frame")
    @classmethod
    def _is_ordered(cls, frame: Bounds | None) -> Bounds | None:
        if frame is None:
            return None
        left, bottom, right, top = frame
        if left >= right or bottom >= top:
            raise ValueError("frame is empty; expected [left, bottom, right, top]")
        return frame

    @field_validator("unit", "closest")
    @classmethod
    def _is_length(cls, length: float | None) -> float | None:
        if length is not None and not length > 0:
            raise ValueError(f"'{length}' is no length; expected a number above 0")
        return length
