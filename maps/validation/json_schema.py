"""JSON Schemas of the YAML files, for editors, and of the payload of a page.

An editor sees the values that YAML gives a type, and our reader the texts as they are
written (`events.files.yaml_documents`): a text may be a number there, and a
number a text.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Literal

from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from csto_atlas.events.layers.model import Layer
from csto_atlas.events.records import (
    Article,
    Event,
    GlossaryEntry,
    Meta,
    Organisation,
    Source,
    Status,
)
from csto_atlas.maps.payload.layers import LayerData
from csto_atlas.maps.payload.page import Payload
from csto_atlas.maps.spec.model import MapSpec

DIALECT = "https://json-schema.org/draft/2020-12/schema"
# The file of a data set, what it holds, and whether it is a list.
FILES: dict[str, tuple[type[BaseModel], bool]] = {
    "dataset": (Meta, False),
    "statuses": (Status, True),
    "organisations": (Organisation, True),
    "sources": (Source, True),
    "glossary": (GlossaryEntry, True),
    "events": (Event, True),
    "maps": (MapSpec, False),
    "article": (Article, False),
    "layers": (Layer, False),
}
WHOLE, NUMBER = r"^\s*[+-]?[0-9]+\s*$", r"^\s*[+-]?[0-9.]+([eE][+-]?[0-9]+)?\s*$"


class Schema(GenerateJsonSchema):
    """Schemas of what an editor sees where our reader sees texts."""

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """Let a text look like a number or a truth."""
        found = super().str_schema(schema)
        return {**found, "type": ["string", "number", "boolean"]}

    def bool_schema(self, schema: core_schema.BoolSchema) -> JsonSchemaValue:
        """Let a truth be quoted."""
        return {"enum": [True, False, "true", "false"]}

    def int_schema(self, schema: core_schema.IntSchema) -> JsonSchemaValue:
        """Let a whole number be quoted."""
        found = super().int_schema(schema)
        return {**found, "type": ["integer", "string"], "pattern": WHOLE}

    def float_schema(self, schema: core_schema.FloatSchema) -> JsonSchemaValue:
        """Let a number be quoted."""
        found = super().float_schema(schema)
        return {**found, "type": ["number", "string"], "pattern": NUMBER}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Let nothing be empty: what is not there has no line."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Name no default that a file could not say."""
        found = super().default_schema(schema)
        return {k: v for k, v in found.items() if k != "default" or v is not None}

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Leave fields without a title: their name says it."""
        return False


class PayloadSchema(GenerateJsonSchema):
    """Schemas without a title for every key: its name says it."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Leave keys without a title."""
        return False


def write_schemas() -> dict[str, str]:
    """Write the schema of every kind of YAML file of a data set, and of the payload.

    Returns
    -------
    dict of str
        JSON by the name of its file: ``events.json`` is for ``events/*.yml``,
        ``payload.json`` for what a page hands to its scripts.
    """
    schemas = {
        name: describe_schema(model, is_list)
        for name, (model, is_list) in FILES.items()
    }
    schemas["payload"] = describe_payload()
    return {
        f"{name}.json": json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for name, schema in schemas.items()
    }


def describe_payload() -> dict[str, Any]:
    """Return the schema of what a page hands to its scripts.

    Returns
    -------
    dict
        For the content of ``script#payload`` and of ``script#layer-data``.
    """
    either: TypeAdapter[Any] = TypeAdapter(Payload | LayerData)
    found = either.json_schema(schema_generator=PayloadSchema)
    _join_descriptions(found["$defs"].values())
    return {"$schema": DIALECT, "anyOf": found["anyOf"], "$defs": found["$defs"]}


def describe_schema(model: type[BaseModel], is_list: bool) -> dict[str, Any]:
    """Return the schema of a file that holds one record, or a list of them.

    Parameters
    ----------
    model : type of BaseModel
    is_list : bool

    Returns
    -------
    dict
    """
    mode: Literal["validation"] = "validation"
    found = model.model_json_schema(schema_generator=Schema, mode=mode)
    parts = found.pop("$defs", {})
    _join_descriptions((found, *parts.values()))
    head = {"$schema": DIALECT}
    if is_list:
        name = model.__name__
        parts[name] = found
        items = {"$ref": f"#/$defs/{name}"}
        found = {"type": "array", "items": items}
    return {**head, **found, **({"$defs": parts} if parts else {})}


def _join_descriptions(parts: Iterable[dict[str, Any]]) -> None:
    """Put the docstrings of records and of their fields on one line each."""
    for part in parts:
        for described in (part, *part.get("properties", {}).values()):
            if "description" in described:
                described["description"] = _join(described["description"])


def _join(text: str) -> str:
    return " ".join(text.replace("``", "`").split())
