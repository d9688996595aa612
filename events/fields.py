"""The types of the fields of records."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints, WithJsonSchema

from events import dates

Text = dict[str, str]
"""One text in several languages, by language code."""

Kind = Literal[
    "act",
    "summit",
    "exercise",
    "request",
    "deployment",
    "incident",
    "statement",
    "other-organisation",
]
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
Direction = Literal["out", "home"]
Mode = Literal["air", "road"]


def _interval(value: Any) -> Any:
    return dates.parse(value) if isinstance(value, str) else value


def _words(value: Any) -> Any:
    return value.split() if isinstance(value, str) else value


Amount = Annotated[float, Field(ge=0, allow_inf_nan=False)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
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
Names = Annotated[
    tuple[str, ...],
    BeforeValidator(_words),
    WithJsonSchema({"anyOf": [{"type": "array", "items": _NAME}, _NAME]}),
]
"""Ids or codes: a list, or a text that separates them by blanks."""
