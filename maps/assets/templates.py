"""The Jinja environment: everything escaped, undefined names are errors."""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from jinja2 import (
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
)
from jinja2.bccache import Bucket

HERE = Path(__file__).parents[1]
STATIC = HERE / "static"
TEMPLATES = HERE / "templates"
COMPILED = HERE / "__pycache__"


class Compiled(FileSystemBytecodeCache):
    """Templates compiled once, beside our modules; each time if that is read-only."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template, as Python keeps modules."""
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                super().dump_bytecode(bucket)


_environment = Environment(
    loader=FileSystemLoader(TEMPLATES),
    autoescape=True,
    undefined=StrictUndefined,
    bytecode_cache=Compiled(str(COMPILED)),
    trim_blocks=True,
    lstrip_blocks=True,
)


def render(template: str, **values: Any) -> str:
    """Fill a template.

    Parameters
    ----------
    template : str
        A file in ``maps/templates``.
    **values
        What the template names.

    Returns
    -------
    str
    """
    return _environment.get_template(template).render(**values)


def read_template(name: str) -> str:
    """Read a template of folium's, which compiles it itself."""
    return (TEMPLATES / name).read_text(encoding="utf-8")


def static(name: str) -> str:
    """Read one of our own scripts or style sheets from ``maps/static``."""
    return (STATIC / name).read_text(encoding="utf-8")


def write_json(value: Any) -> str:
    """Write JSON that cannot end the script element it stands in.

    Parameters
    ----------
    value : object
        What `json.dumps` takes.

    Returns
    -------
    str
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text
