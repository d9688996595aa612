"""Days between a call for help and its answer."""

from __future__ import annotations

from datetime import timedelta

from csto_atlas.events.dates import Interval

_DAY = timedelta(days=1)


def wait_days(asked: Interval, answered: Interval) -> tuple[int, int]:
    """Count the days from a call to its answer, at least and at most.

    Parameters
    ----------
    asked, answered : Interval
        With an end.

    Returns
    -------
    tuple of int
        At least 0: an answer on the day of the call is a wait of no days.

    Raises
    ------
    ValueError
        If a date has no end.

    Examples
    --------
    >>> from csto_atlas.events.dates import parse
    >>> wait_days(parse("2021-05-13/2021-05-14"), parse("2021-05-19"))
    (5, 6)
    """
    if asked.end is None or answered.end is None:
        raise ValueError(f"no end: {asked.text}, {answered.text}")
    least = (answered.start - (asked.end - _DAY)).days
    most = (answered.end - _DAY - asked.start).days
    return max(0, least), max(0, most)
