"""Printing of warnings."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from csto_atlas.events.errors import Problem


def warn(warnings: Iterable[Problem]) -> None:
    """Print every warning on standard error, its place first.

    Parameters
    ----------
    warnings : iterable of Problem
    """
    for warning in warnings:
        where, _, what = str(warning).partition(": ")
        print(f"{where}: warning: {what}", file=sys.stderr)
