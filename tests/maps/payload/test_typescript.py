from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

import pytest

import build
from csto_atlas.maps.payload.__main__ import NAME
from csto_atlas.maps.payload.layers import Look
from csto_atlas.maps.payload.typescript import translate, write_declarations
from csto_atlas.maps.payload.values import Changes, States
from csto_atlas.maps.validation.json_schema import describe_payload


def test_the_committed_declarations_are_those_of_the_definition():
    path = build.ROOT / "maps" / "static" / NAME
    assert path.read_text(encoding="utf-8") == write_declarations(), "run: make types"


def test_every_definition_of_the_schema_is_declared():
    text = write_declarations()
    for name in describe_payload()["$defs"]:
        letter = name.partition("_")[0]  # Changes_str_ is Changes<string>
        assert f"export interface {letter} {{" in text or f"type {letter}" in text


@pytest.mark.parametrize(
    ("hint", "expected"),
    [
        (float | None, "number | null"),
        (Sequence[tuple[str, int]], "Array<[string, number]>"),
        (Mapping[int, States], "Record<number, States>"),
        (Changes[Look], "Changes<Look>"),
        (Literal["low", "high"], '"low" | "high"'),
    ],
)
def test_a_type_is_translated(hint, expected):
    assert translate(hint) == expected


def test_a_type_that_json_has_not_is_refused():
    with pytest.raises(TypeError, match="no translation"):
        translate(date)


def test_a_key_that_may_be_absent_is_marked():
    text = write_declarations()
    assert "  best?: Column;" in text
    assert "  events: Column;" in text
