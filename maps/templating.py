"""The Jinja environment: everything escaped, undefined names are errors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

HERE = Path(__file__).parent
STATIC = HERE / "static"
_environment = Environment(
    loader=FileSystemLoader(HERE / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
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
