"""The types of the fields of records."""

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from csto_atlas.events import dates
from csto_atlas.events.bidi import close_directions

TextLine = Annotated[str, AfterValidator(close_directions)]
"""A text in one language, which turns nothing that stands behind it."""

Text = dict[str, TextLine]
"""One text in several languages, by language code."""

EventKind = Literal[
    "act",
    "summit",
    "exercise",
    "request",
    "deployment",
    "incident",
    "statement",
    "other-organisation",
]
SourceKind = Literal[
    "primary",
    "agency",
    "press",
    "research",
    "encyclopaedia",
    "copy",
    "party",
    "article",
]
"""What a source is; the README of the data set defines each."""
Hue = Literal[
    "strong",
    "strong-figure",
    "middle",
    "middle-figure",
    "weak",
    "weak-figure",
    "pale",
    "pale-figure",
    "former",
    "former-figure",
    "faint",
    "faint-figure",
    "cool",
    "cool-figure",
    "arc",
    "accent",
    "shade",
]
"""What a colour is for; a ``-figure`` is the pattern on the ground of that name."""
PluralCategory = Literal["zero", "one", "two", "few", "many", "other"]
Certainty = Literal["high", "medium", "low"]
AreaStatus = Literal["disputed"]
Measure = Literal[
    "killed",
    "civilians-killed",
    "wounded",
    "missing",
    "captured",
    "killed-or-missing",
    "troops",
    "refugees",
    "square-km",
    "km",
    "aircraft",
    "flights",
]
DeploymentState = Literal["preparing", "arriving", "deployed", "leaving", "gone"]
Encoding = Literal[
    "utf-8",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "windows-1251",
    "windows-1252",
    "windows-1256",
]
_ROLES = (
    "country",
    "organisation",
    "status",
    "start",
    "end",
    "period",
    "year",
    "certainty",
    "sources",
    "claims",
)
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_BASIS = re.compile("basis_[a-z]{2,3}")
Direction = Literal["out", "home"]
Mode = Literal["air", "road"]


def _interval(value: Any) -> Any:
    return dates.parse(value) if isinstance(value, str) else value


def _day(value: Any) -> Any:
    if isinstance(value, str) and not _DAY.fullmatch(value):
        # Worded as pydantic words it for other texts.
        raise PydanticCustomError("date_from_datetime_parsing", "no day")
    return value


def _words(value: Any) -> Any:
    return value.split() if isinstance(value, str) else value


def _role(value: Any) -> Any:
    if not isinstance(value, str) or value in _ROLES or _BASIS.fullmatch(value):
        return value
    names = ", ".join((*_ROLES, "basis_en"))
    raise ValueError(f"unknown kind of column '{value}'; expected one of {names}")


Colour = Annotated[str, StringConstraints(pattern=r"^#([0-9a-f]{3}|[0-9a-f]{6})$")]
Amount = Annotated[float, Field(ge=0, allow_inf_nan=False)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
ColumnRole = Annotated[
    str,
    BeforeValidator(_role),
    StringConstraints(pattern=f"^({'|'.join(_ROLES)}|basis_[a-z]{{2,3}})$"),
]
"""What a column of a sheet holds."""

# Without this, pydantic takes a number for the seconds since 1970.
Day = Annotated[date, BeforeValidator(_day)]
"""A day written as 2026-03-11."""

# What an editor can check of a date: its signs, not its grammar.
Edtf = Annotated[
    dates.Interval,
    BeforeValidator(_interval),
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "pattern": r"^[\[{]?(\.\.)?/?[?~%]?[-Y]?[0-9X]"
            r"([0-9XESTZ?~%./:+^-]|, ?)*[\]}]?$",
            "description": "An EDTF date: 2012-06-28, 1993-12, 2013, 2021-08-15~ "
            "(about), 1992? (perhaps), 2011-09-19/2011-09-27 (from/to).",
        }
    ),
]
_NAME = {"type": ["string", "number", "boolean"]}
IdList = Annotated[
    tuple[str, ...],
    BeforeValidator(_words),
    WithJsonSchema({"anyOf": [{"type": "array", "items": _NAME}, _NAME]}),
]
"""Ids or codes: a list, or a text that separates them by blanks."""
CodeList = Annotated[
    tuple[Annotated[str, StringConstraints(pattern=r"^([A-Z]{3}|none)$")], ...],
    BeforeValidator(_words),
    Field(min_length=1),
]
"""Codes of territories; ``none`` for none of them."""
