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


Day = Annotated[tuple[str, ...], BeforeValidator(_one)]
"""The column of a date, or the three of its year, month and day."""
Kilometres = Annotated[
    float | None, Field(ge=0, allow_inf_nan=False), BeforeValidator(_null)
]


class PlaceGrade(Frozen):
    """How far off a place may be that the source gives this code.

    `radius_km` is absent where only a region is known: nobody can say how far.
    """

    code: str
    radius_km: Kilometres = None


class DateGrade(Frozen):
    """Whether a date that the source gives this code is exact to the day."""

    code: str
    is_exact: bool


class KindName(Frozen):
    """What a code of the source means, in the source's words."""

    code: str
    name: TextLine


class LayerColumns(Frozen):
    """The columns of the file, by what they hold; `end` is the last day."""

    id: str
    start: Day
    end: Day = ()
    latitude: str
    longitude: str
    kind: str | None = None
    title: str | None = None
    text: str | None = None
    place_precision: str | None = None
    date_precision: str | None = None
    low: str | None = None
    best: str | None = None
    high: str | None = None
    source: str | None = None

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
    """A file of many events that lies beside this record, and how to read it.

    `covers` says which events the file has and which it has not. `file` is a CSV or
    Parquet file, or a folder with a partitioned one. `share` says whether the licence
    lets others have the rows, or only what is counted in cells. Where the file has no
    column for a precision, `radius_km` and `has_exact_dates` speak for all rows.
    `dates` says how ``01/02/2003`` is meant, where no day above 12 shows it; `encoding`
    how a CSV file was saved, if not in UTF-8.
    """

    id: Id
    name: Text
    covers: Text
    licence: Text
    source: str
    file: str
    share: Literal["rows", "cells"] = "rows"
    columns: LayerColumns
    dates: Literal["day-first", "month-first"] | None = None
    encoding: Encoding | None = None
    kinds: tuple[KindName, ...] = ()
    place_precision: tuple[PlaceGrade, ...] = ()
    date_precision: tuple[DateGrade, ...] = ()
    radius_km: Kilometres = None
    has_exact_dates: bool = False

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
