"""How old a data set is: whether its last day is long past."""

from __future__ import annotations

from datetime import date

from csto_atlas.events.errors import Problem
from csto_atlas.events.records import Meta

OLD = 183  # days: half a year
HISTORY = 20 * 365  # days; data that end longer ago are about a time that is over


def find_aged(meta: Meta, today: date) -> list[Problem]:
    """Find out whether a data set should be brought up to date.

    Parameters
    ----------
    meta : Meta
    today : date
        Only `check` asks the clock; a build never does.

    Returns
    -------
    list of Problem
        A warning if ``as_of`` is more than half a year past, and less than 20 years.
    """
    days = (today - meta.as_of).days
    if not OLD < days < HISTORY:
        return []
    what = f"the data end on {meta.as_of}, {_write_age(days)} ago"
    expected = "what has happened since, and a later as_of"
    return [Problem(meta.origin.at("as_of"), what, expected)]


def _write_age(days: int) -> str:
    months = int(days / 30.44)
    return f"{months} months" if months < 24 else f"{months // 12} years"
