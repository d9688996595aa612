"""Records of layers: files of many events, and the meaning of their columns."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from csto_atlas.events.bases import Frozen, Record
from csto_atlas.events.fields import Encoding, Id, Text, TextLine

LAYERS = "layers"  # the folder of the layers in a data set
FORMS = (".csv", ".parquet")


def _one(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


def _null(value: Any) -> Any:
    return None if value == "null" else value


DayColumns = Annotated[tuple[str, ...], BeforeValidator(_one)]
"""The column of a date, or the three of its year, month and day."""
Kilometres = Annotated[
    float | None, Field(ge=0, allow_inf_nan=False), BeforeValidator(_null)
]


class PlaceGrade(Frozen):
    """A code of the source for how exact a place is, and what it means."""

    code: str
    radius_km: Kilometres = None
    """How far the event may be from the place. Absent if only a region is known."""


class DateGrade(Frozen):
    """A code of the source for how exact a date is, and what it means."""

    code: str
    is_exact: bool
    """Whether the date is exact to the day."""


class KindName(Frozen):
    """A code of the source for a kind of event, and what it means."""

    code: str
    name: TextLine
    """In the words of the source."""


class LayerColumns(Frozen):
    """The columns of the file, by what they hold."""

    id: str
    start: DayColumns
    """The first day: one column, or those of year, month and day."""
    end: DayColumns = ()
    """The last day, like `start`."""
    latitude: str | None = None
    longitude: str | None = None
    """Degrees; both, or neither where the points are in `geometry`."""
    geometry: str | None = None
    """Points of a GeoParquet file, in place of latitude and longitude."""
    kind: str | None = None
    title: str | None = None
    text: str | None = None
    place_precision: str | None = None
    date_precision: str | None = None
    low: str | None = None
    """The lowest estimate of the number of people killed."""
    best: str | None = None
    """The best estimate of the number of people killed."""
    high: str | None = None
    """The highest estimate of the number of people killed."""
    source: str | None = None
    """What the publisher cites for the event."""

    @model_validator(mode="after")
    def _has_days(self) -> LayerColumns:
        for name in ("start", "end"):
            if len(getattr(self, name)) not in (
                (1, 3) if name == "start" else (0, 1, 3)
            ):
                raise ValueError(
                    f"{name} has {len(getattr(self, name))} columns; expected one "
                    "column, or those of the year, the month and the day"
                )
        return self

    @model_validator(mode="after")
    def _has_one_place(self) -> LayerColumns:
        degrees = [name for name in (self.latitude, self.longitude) if name is not None]
        if len(degrees) != (2 if self.geometry is None else 0):
            raise ValueError(
                "the place is in no column, or in too many; expected latitude and "
                "longitude, or geometry, a column of points in GeoParquet"
            )
        return self

    def of(self, role: str) -> tuple[str, ...]:
        """Return the columns of a role; empty if the layer has none."""
        value = getattr(self, role)
        return (value,) if isinstance(value, str) else value or ()

    @property
    def needed(self) -> tuple[str, ...]:
        """Names of all columns that are read, without repetition."""
        names = (name for role in type(self).model_fields for name in self.of(role))
        return tuple(dict.fromkeys(names))


class Layer(Record):
    """A file of many events that lies beside this record, and how to read it."""

    id: Id
    name: Text
    covers: Text
    """Which events the file has and which it has not."""
    licence: Text
    source: str
    file: str
    """A CSV or Parquet file, or a folder with a partitioned Parquet file."""
    share: Literal["rows", "cells"] = "rows"
    """What the licence lets others have: the rows, or only the counts of cells."""
    columns: LayerColumns
    dates: Literal["day-first", "month-first"] | None = None
    """What ``01/02/2003`` means, if no day above 12 shows it."""
    encoding: Encoding | None = None
    """How a CSV file was saved, if not in UTF-8."""
    kinds: tuple[KindName, ...] = ()
    place_precision: tuple[PlaceGrade, ...] = ()
    date_precision: tuple[DateGrade, ...] = ()
    radius_km: Kilometres = None
    """How exact all places are, if no column says so."""
    has_exact_dates: bool = False
    """Whether all dates are exact to the day, if no column says so."""

    @property
    def path(self) -> Path:
        """The file or folder of the events."""
        return Path(self.origin.path).parent / self.file

    @property
    def has_deaths(self) -> bool:
        """Whether the source has estimates of people killed."""
        return any((self.columns.low, self.columns.best, self.columns.high))

    @model_validator(mode="after")
    def _has_scales(self) -> Layer:
        for name in ("place_precision", "date_precision"):
            if bool(getattr(self.columns, name)) != bool(getattr(self, name)):
                raise ValueError(
                    f"{name} needs both a column and a scale; expected 'columns: "
                    f"{name}' and a list of codes under '{name}', or neither"
                )
        return self

    @model_validator(mode="after")
    def _is_beside(self) -> Layer:
        path = Path(self.file)
        if path.is_absolute() or ".." in path.parts:
            raise ValueError(
                f"file '{self.file}' lies elsewhere; expected a file in this folder"
            )
        return self
