"""The spec of a map as its author writes it: one YAML file of a data set."""

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
    """The spec of one map."""

    id: Slug
    """Id of the map and name of its page."""
    title: Text
    """Title by language."""
    about: Text = Field(default={"en": ""})
    """One sentence for the gallery, by language."""
    meaning: Text = Field(default={})
    """Meaning of a step of the timeline, by language, if the default text does not fit
    the map."""
    extent: Extent | None = None
    """West, south, east, north of the map's subject in degrees. If it crosses the
    antimeridian, east is above 180 or less than west. Derived from the members if not
    given, as are the next seven fields."""
    boundaries: str | None = None
    """File in ``geodata/data`` with the territories."""
    areas: str | None = None
    """File in ``geodata/data`` with the disputed areas."""
    projection: str | None = None
    """A projected CRS that pyproj understands."""
    frame: Bounds | None = None
    """Left, bottom, right, top of the drawing in the projection's units."""
    views: Views | None = None
    """First views of wide and of narrow screens."""
    unit: float | None = None
    """Length of one drawing step in the projection's units."""
    closest: float | None = None
    """Length of one screen pixel at the closest zoom, in the projection's units."""
    fine: Bounds | None = None
    """What is looked at from close by: left, bottom, right, top in the projection's
    units. Elsewhere the shapes are drawn in steps ten times as long. Derived if a map
    opens on a part."""
    timeline: Annotated[tuple[Segment, ...], WithJsonSchema(SEGMENTS)]
    default: str
    """``last``, or the id of the tick that a page opens on."""
    least_rank: int
    """Highest rank number of the events that are shown: 1, 2 or 3; rank 1 is the most
    important."""
    overlays: tuple[str, ...]
    """Organisations whose members can be outlined."""
    states: dict[Slug, Style]
    """Styles by status."""
    tells: Literal["bound", "contingents", "states"] = "bound"
    """Subject of the counts, the graph and the table: the states that are ``bound``,
    the ``contingents``, or the ``states`` of `speaks_of`."""
    speaks_of: tuple[str, ...] = ()
    """Codes of the states, if `tells` is ``states``."""
    jumps: Literal["states", "events"] = "states"
    """Where the buttons for the previous and the next change stop: at new ``states``,
    or also at new ``events``."""
    keeps_past: bool = False
    """Whether past events stay on the map as small symbols."""
    has_sizes: bool = False
    """Whether the size of an event shows the number of people killed."""
    has_routes: bool = False
    """Whether contingents, their routes and the objects they guarded are drawn."""
    border: Border | None = None
    has_lines: bool = False
    """Whether lines with dates are drawn."""
    lakes: str | None = None
    """File in ``geodata/data`` with the lakes."""
    has_exclaves: bool = False
    """Whether exclaves are drawn with the state that they belong to by law, and also as
    disputed areas."""
    towns: tuple[Slug, ...] = ()
    """Places with a label, the most important first."""
    has_both_names: bool = False
    """Whether places with two names are labelled with both."""
    regions: dict[Slug, Text] = Field(default={})
    """Provinces with a label, and their names by language."""
    presets: tuple[Preset, ...] = ()
    lenses: tuple[Preset, ...] = ()
    """Parts that wide frames show enlarged, at least three times, in the lower left
    corner, if the first view has room there."""
    opens: Slug | None = None
    """Id of the preset for the first view, if `views` is not given."""
    layers: tuple[Slug, ...] = ()
    """Additional layers of many events."""
    origin: SkipJsonSchema[Origin] = MADE
    """File and line where the spec was read."""

    @property
    def is_open(self) -> bool:
        """Whether the projection, frame, views or scales have to be derived."""
        given = (self.projection, self.frame, self.views, self.unit, self.closest)
        return None in given

    def with_changes(self, **fields: Any) -> MapSpec:
        """Return a copy with new values, validated like those of a file.

        Parameters
        ----------
        **fields
            New values by attribute name; None for a value that is to be derived.

        Returns
        -------
        MapSpec

        Raises
        ------
        DataError
            With every unknown field and every invalid value.
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
            raise ValueError(
                f"opens '{name}' is no preset; expected the id of a preset"
            )
        if name is not None and info.data.get("views"):
            raise ValueError("opens beside views; expected opens or views, not both")
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

    @field_validator("frame", "views", "unit", "closest", "fine")
    @classmethod
    def _is_on_a_plane(cls, value: Any, info: ValidationInfo) -> Any:
        if value is not None and info.data.get("projection", "") is None:
            raise ValueError(
                f"{info.field_name} without a projection; "
                "expected a projection, which defines its unit of length"
            )
        return value

    @field_validator("frame", "fine")
    @classmethod
    def _is_ordered(cls, box: Bounds | None, info: ValidationInfo) -> Bounds | None:
        if box is None:
            return None
        left, bottom, right, top = box
        if left >= right or bottom >= top:
            raise ValueError(
                f"{info.field_name} is empty; expected [left, bottom, right, top]"
            )
        return box

    @field_validator("unit", "closest")
    @classmethod
    def _is_length(cls, length: float | None) -> float | None:
        if length is not None and not length > 0:
            raise ValueError(f"'{length}' is no length; expected a number above 0")
        return length
