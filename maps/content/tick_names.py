"""Names of ticks: in words, and in a compact form that the page's script expands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.payload.page import ClockRuns
from csto_atlas.maps.spec.model import MapSpec
from csto_atlas.maps.timeline.changes import append_change
from csto_atlas.maps.timeline.ticks import Tick


def write_clock(ticks: Sequence[Tick], texts: Texts) -> ClockRuns:
    """Write the names of all ticks so that their size grows with months, not ticks.

    A page names a tick by its id, by a label, and by the day whose state is drawn. The
    script (``maps/static/clock.js``) expands the runs below by counting, without a
    calendar of its own.

    Parameters
    ----------
    ticks : sequence of Tick
    texts : Texts

    Returns
    -------
    ClockRuns
    """
    labels: dict[int, dict[int, str]] = {}
    days: list[tuple[int, str]] = []
    for index, tick in enumerate(ticks):
        parts = _parts(tick)
        month = parts[1] if len(parts) > 1 else 0
        forms = labels.setdefault(len(parts), {})
        if month not in forms:
            forms[month] = texts.tick_form(month, is_day=len(parts) > 2)
        append_change(days, index, write_day(tick, texts, year="{year}"))
    return ClockRuns(runs=_find_runs(ticks), labels=labels, days=days)


def write_day(tick: Tick, texts: Texts, year: str = "") -> str:
    """Write the day that a tick shows, unless the tick is a day.

    Parameters
    ----------
    tick : Tick
    texts : Texts
    year : str
        What to write in place of a year that is the tick's own.

    Returns
    -------
    str
        Such as ``on 31 December 2012``.
    """
    if tick.is_day:
        return ""
    day = texts.day(tick.day)
    if year and tick.day.year == tick.start.year:
        day = day.replace(tick.id[:4], year)
    return texts.gettext("on {date}").replace("{date}", day)


def explain_steps(spec: MapSpec, as_of: date, texts: Texts) -> str:
    """Explain which day a step of the slider shows.

    Parameters
    ----------
    spec : MapSpec
        Its own explanation comes first, if it has one.
    as_of : date
        The last day that the data set covers.
    texts : Texts

    Returns
    -------
    str
    """
    steps = {segment.step for segment in spec.timeline}
    if spec.meaning:
        form = texts.pick(spec.meaning)
    elif steps == {"day"}:
        form = texts.gettext("Each step is a day in local time.")
    elif steps == {"year"}:
        form = texts.gettext(
            "Each year shows the map on 31 December; the last one shows {date}."
        )
    else:
        form = texts.gettext(
            "Each year shows the map on 31 December, each month on its last day; "
            "the last step shows {date}."
        )
    return form.replace("{date}", texts.day(as_of))


def _parts(tick: Tick) -> list[int]:
    return [int(part) for part in tick.id.split("-")]


def _find_runs(ticks: Iterable[Tick]) -> list[tuple[list[int], list[int]]]:
    rows: list[list[Tick]] = []
    for tick in ticks:
        if rows and _follows(rows[-1][-1], tick):
            rows[-1].append(tick)
        else:
            rows.append([tick])
    return [
        (
            _parts(row[0]),
            [len([*same]) for _, same in groupby(map(_parts, row), _above)],
        )
        for row in rows
    ]


def _follows(one: Tick, other: Tick) -> bool:
    return one.end == other.start and len(one.id) == len(other.id)


def _above(parts: Sequence[int]) -> list[int]:
    """Return the parts of a tick without the last one, which counts up in a run."""
    return [*parts[:-1]]
