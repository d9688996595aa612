"""Colours of values: those that are given, or ones that most people tell apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

Colours = Mapping[Any, str] | Callable[[Any], str] | None
# Okabe and Ito, Color Universal Design, 2008: told apart with the three common colour
# deficiencies; yellow and black are left out, which tiles and letters have.
DISTINCT = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00")
# A browser reads these, and nothing that could end a rule of a style sheet.
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}|[a-zA-Z]{3,30}|(rgb|hsl)a?\([\d\s.,%/]{1,60}\)")


def choose_colours(values: Sequence[Any], colours: Colours) -> list[str]:
    """Choose the colour of each value.

    Parameters
    ----------
    values : sequence
        Each value once.
    colours : mapping or callable, optional
        The colour of a value, such as a colour map of branca; distinct ones if not
        given, for at most six values.

    Returns
    -------
    list of str
        Of CSS, one for each value.

    Raises
    ------
    ValueError
        If a value has no colour, or something that is no colour of CSS.
    """
    if colours is None:
        if len(values) > len(DISTINCT):
            raise ValueError(
                f"{len(values)} values and no colours; expected colours=, a mapping or "
                f"a colour map, for more than {len(DISTINCT)}"
            )
        return list(DISTINCT[: len(values)])
    found = [_ask(colours, value) for value in values]
    for value, colour in zip(values, found, strict=True):
        if not isinstance(colour, str) or not COLOUR.fullmatch(colour):
            raise ValueError(f"{colour!r} for {value!r}; expected a colour of CSS")
    return found


def _ask(colours: Mapping[Any, str] | Callable[[Any], str], value: Any) -> str:
    if not isinstance(colours, Mapping):
        return colours(value)
    if value not in colours:
        raise ValueError(f"no colour for {value!r}; expected one in colours=")
    return colours[value]
