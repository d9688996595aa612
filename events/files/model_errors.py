"""Errors of the models, worded as problems of the data."""

from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from csto_atlas.events.errors import Problem
from csto_atlas.events.files.items import Loc, Origin
from csto_atlas.events.nearest import suggest

_A_TEXT = "one text for each language, such as 'en: ...' and 'ar: ...'"
_EXPECTED = {
    "string_type": "text",
    "dict_type": _A_TEXT,
    "tuple_type": "a list, such as [first, second]",
    "model_type": "fields of the form 'name: value'",
    "model_attributes_type": "fields of the form 'name: value'",
    "string_pattern_mismatch": "lower-case words joined by hyphens",
    "bool_parsing": "true or false",
    "bool_type": "true or false",
    "int_parsing": "a whole number",
    "int_type": "a whole number",
    "float_parsing": "a number",
    "float_type": "a number",
    "finite_number": "a number",
    "date_from_datetime_parsing": "a day such as 2026-03-11",
}


def explain(
    error: ValidationError, origin: Origin, model: type[BaseModel]
) -> list[Problem]:
    """Return a problem, on the line of its field, for each error of a record.

    Parameters
    ----------
    error : ValidationError
    origin : Origin
        Where the record stands, with the lines of its fields.
    model : type of BaseModel
        What the record should be.
    """
    return [_problem(detail, origin, model) for detail in error.errors()]


def _problem(detail: ErrorDetails, origin: Origin, model: type[BaseModel]) -> Problem:
    is_key = detail["loc"][-1:] == ("[key]",)
    loc, value = detail["loc"][: -1 if is_key else None], detail["input"]
    where, name = origin.at(*loc), field_name(loc[:-1] if is_key else loc)
    match detail["type"]:
        case "missing":
            return Problem(where, f"{name} is missing", "a value")
        case "extra_forbidden":
            known = set(model.model_fields) - {"origin"} if len(loc) == 1 else ()
            expected = suggest(f"a field of {model.__name__}", str(loc[-1]), known)
            return Problem(where, f"unknown field '{name}'", expected)
        case "literal_error":
            names = detail["ctx"]["expected"].replace("'", "").replace(" or ", ", ")
            expected = suggest(f"one of {names}", str(value), names.split(", "))
            return Problem(where, f"unknown {name} {shown(value)}", expected)
        case "value_error":
            what, _, expected = str(detail["ctx"]["error"]).partition("; expected ")
            is_named = what.startswith(name)
            return Problem(where, what if is_named else f"{name}: {what}", expected)
        case "too_short":
            return Problem(where, f"{name} is empty", "at least one")
    message = detail["msg"].removeprefix("Input should be ")
    expected = _EXPECTED.get(detail["type"], message)
    return Problem(where, f"bad {name} {shown(value)}", expected)


def field_name(loc: Loc) -> str:
    """Return the way to a field as a reader would say it.

    Examples
    --------
    >>> field_name(("figures", 0, "value", "en"))
    'figures 1 value en'
    """
    return " ".join(str(part + 1) if isinstance(part, int) else part for part in loc)


def shown(value: Any) -> str:
    """Return a value in quotes; a list or mapping by its kind."""
    if isinstance(value, dict):
        return "(a mapping)"
    return "(a list)" if isinstance(value, list | tuple) else f"'{value}'"
