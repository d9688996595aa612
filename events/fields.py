"""The types of the fields of records."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints

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
Direction = Literal["out", "home"]
Mode = Literal["air", "road"]


def _interval(value: Any) -> Any:
    return dates.parse(value) if isinstance(value, str) else value


def _words(value: Any) -> Any:
    return value.split() if isinstance(value, str) else value


Colour = Annotated[str, StringConstraints(pattern=r"^#([0-9a-f]{3}|[0-9a-f]{6})$")]
Amount = Annotated[float, Field(ge=0, allow_inf_nan=False)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Edtf = Annotated[dates.Interval, BeforeValidator(_interval)]
Names = Annotated[tuple[str, ...], BeforeValidator(_words)]
"""Ids or codes: a list, or a text that separates them by blanks."""
