"""TypeScript declarations of the payload, against which the scripts are checked."""

from __future__ import annotations

import json
import types
from collections.abc import Iterator, Mapping, Sequence
from textwrap import fill
from typing import (
    Annotated,
    Any,
    Literal,
    NotRequired,
    TypeVar,
    Union,
    get_args,
    get_origin,
)

from pydantic import TypeAdapter
from typing_extensions import (
    TypeAliasType,
    get_type_hints,
    is_typeddict,
)

from csto_atlas.maps.payload.layers import LayerData
from csto_atlas.maps.payload.page import Payload

ROOTS = (Payload, LayerData)
HEAD = "// Written by `make payload` from maps/payload; change the definition there.\n"
WIDTH = 90  # of a line of a comment
SIMPLE = {
    bool: "boolean",
    str: "string",
    int: "number",
    float: "number",
    types.NoneType: "null",
}


def write_declarations() -> str:
    """Write the declarations of both payloads and of everything that they contain.

    Returns
    -------
    str
        The text of ``maps/static/payload.d.ts``.

    Raises
    ------
    TypeError
        If the definition has a type that this module does not translate.
    """
    found: dict[str, Any] = {}
    for root in ROOTS:
        _collect(root, found)
    return "\n".join([HEAD, *(_declare(named) for named in found.values())])


def translate(hint: Any) -> str:
    """Translate a type hint.

    Parameters
    ----------
    hint : type
        One that JSON has a value for.

    Returns
    -------
    str

    Raises
    ------
    TypeError
        If there is no translation.

    Examples
    --------
    >>> translate(Mapping[str, Sequence[tuple[int, str | None]]])
    'Record<string, Array<[number, string | null]>>'
    """
    if hint in SIMPLE:
        return SIMPLE[hint]
    origin = get_origin(hint) or hint
    parts = [translate(part) for part in _parts(hint)]
    if origin in (Union, types.UnionType):
        return " | ".join(parts)
    if origin is Literal:
        return " | ".join(json.dumps(value) for value in get_args(hint))
    if origin is tuple:
        return f"[{', '.join(parts)}]"
    if origin is Sequence:
        return f"Array<{parts[0]}>"
    if origin is Mapping:
        return f"Record<{', '.join(parts)}>"
    if origin in (Annotated, NotRequired):
        return parts[0]
    if isinstance(origin, TypeAliasType):
        return f"{origin.__name__}<{', '.join(parts)}>" if parts else origin.__name__
    if is_typeddict(origin) or isinstance(origin, TypeVar):
        return str(origin.__name__)
    raise TypeError(f"{hint!r} has no translation into TypeScript")


def _parts(hint: Any) -> Sequence[Any]:
    """Return the types that a type is made of, without annotations and literals."""
    if get_origin(hint) is Literal:
        return ()
    if get_origin(hint) is Annotated:
        return get_args(hint)[:1]
    return get_args(hint)


def _collect(hint: Any, found: dict[str, Any]) -> None:
    """Note every type with a name, in the order in which they are first used."""
    origin = get_origin(hint) or hint
    is_alias = isinstance(origin, TypeAliasType)
    if (is_alias or is_typeddict(origin)) and origin.__name__ not in found:
        found[origin.__name__] = origin
        inner = [origin.__value__] if is_alias else _fields(origin).values()
        for part in inner:
            _collect(part, found)
    for part in _parts(hint):
        _collect(part, found)


def _fields(named: Any) -> dict[str, Any]:
    return get_type_hints(named, include_extras=True)


def _declare(named: Any) -> str:
    if isinstance(named, TypeAliasType):
        (about,) = (part.description for part in named.__value__.__metadata__)
        letters = ", ".join(part.__name__ for part in named.__type_params__)
        name = f"{named.__name__}<{letters}>" if letters else named.__name__
        value = translate(named.__value__)
        return f"{_comment(about)}export type {name} = {value};\n"
    schema = TypeAdapter(named).json_schema()
    schema = schema.get("$defs", {}).get(named.__name__, schema)
    lines = "".join(_declare_fields(named, schema["properties"]))
    about = _comment(schema["description"])
    return f"{about}export interface {named.__name__} {{\n{lines}}}\n"


def _declare_fields(named: Any, schemas: Mapping[str, Any]) -> Iterator[str]:
    for key, hint in _fields(named).items():
        mark = "?" if get_origin(hint) is NotRequired else ""
        about = _comment(schemas[key]["description"], "  ")
        yield f"{about}  {key}{mark}: {translate(hint)};\n"


def _comment(text: str, indent: str = "") -> str:
    line = f"{indent}/** {' '.join(text.split())} */\n"
    if len(line) <= WIDTH:
        return line
    mark = f"{indent} * "
    wrapped = fill(
        " ".join(text.split()), WIDTH, initial_indent=mark, subsequent_indent=mark
    )
    return f"{indent}/**\n{wrapped}\n{indent} */\n"
