"""The examples in docstrings give what they say."""

import doctest
import re
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
EXAMPLE = re.compile(r">>> (?!.*\+SKIP)")
MODULES = [
    ".".join(path.relative_to(ROOT).with_suffix("").parts)
    for package in ("events", "geodata", "maps")
    for path in sorted((ROOT / package).rglob("*.py"))
    if EXAMPLE.search(path.read_text(encoding="utf-8")) and "refresh" not in path.parts
]


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_hold(name):
    result = doctest.testmod(import_module(f"csto_atlas.{name}"))
    assert result.attempted
    assert not result.failed
