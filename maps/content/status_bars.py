"""The states of all ticks as bars along time, one row for each table column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from csto_atlas.maps.content.axis_labels import label_axis
from csto_atlas.maps.content.summary import StateColumn
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.timeline.changes import NONE, Changes
from csto_atlas.maps.timeline.ticks import Tick

WIDTH = 320
TOP = 16  # of the first row, below the labels of the axis
ROW = 28  # height of a name with its bar below
BAR = 10  # height of a bar
LABEL_ROOM = 50  # between the anchors of two labels
# Contingents have no patterns: the more of one is in the country, the higher its bar.
HEIGHTS = {"preparing": 2, "arriving": 6, "leaving": 6, "gone": 0}


@dataclass(frozen=True)
class StatusBars:
    """The bars and their labels, in pixels.

    Attributes
    ----------
    width, height : int
    axis : list of (int, str, str)
        Position of a label, its anchor (``start``, ``middle`` or ``end``) and its text.
    names : list of (int, str)
        Baseline and text of a row's name.
    paths : dict of str
        SVG path of all bars of a state, by state.
    key : list of (str, str, str)
        State, its name and a bar, for states that the map's legend has not.
    """

    width: int
    height: int
    axis: list[tuple[int, str, str]]
    names: list[tuple[int, str]]
    paths: dict[str, str]
    key: list[tuple[str, str, str]]


def draw_status_bars(
    columns: Sequence[StateColumn], ticks: Sequence[Tick], texts: Texts
) -> StatusBars:
    """Draw the states of a table along time, from the right in Arabic.

    Parameters
    ----------
    columns : sequence of StateColumn
    ticks : sequence of Tick
    texts : Texts

    Returns
    -------
    StatusBars
    """
    is_mirrored = texts.direction == "rtl"
    words = columns[0].words if columns else {}
    paths: dict[str, str] = {}
    for row, column in enumerate(columns):
        bottom = TOP + ROW * (row + 1)
        for start, end, state in list_runs(column.changes, len(ticks)):
            left, right = (round(WIDTH * tick / len(ticks)) for tick in (start, end))
            if is_mirrored:
                left, right = WIDTH - right, WIDTH - left
            path = write_bar(left, right, bottom, HEIGHTS.get(state, BAR))
            paths[state] = paths.get(state, "") + path
    return StatusBars(
        width=WIDTH,
        height=TOP + ROW * len(columns) + 1,
        axis=_place_labels(ticks, texts, is_mirrored),
        names=[
            (TOP + ROW * row + ROW - BAR - 4, column.title)
            for row, column in enumerate(columns)
        ],
        paths=paths,
        key=[
            (state, words[state], write_bar(0, 22, 12, HEIGHTS.get(state, BAR)))
            for state in words
            if HEIGHTS.keys() & paths.keys() and paths.get(state)
        ],
    )


def list_runs(changes: Changes, length: int) -> Iterator[tuple[int, int, str]]:
    """Go through the states of an item, but for none.

    Parameters
    ----------
    changes : tuple of (int, str)
    length : int
        How many ticks there are.

    Yields
    ------
    tuple of (int, int, str)
        First tick, the tick after the last one, and the state.
    """
    ends = [*(index for index, _ in changes[1:]), length]
    for (start, state), end in zip(changes, ends, strict=True):
        if state != NONE:
            yield start, end, state


def write_bar(left: float, right: float, bottom: float, height: int) -> str:
    """Write a bar as an SVG path; empty without a height.

    Parameters
    ----------
    left, right, bottom, height : float
        In pixels.
    """
    return f"M{left} {bottom}H{right}v-{height}H{left}z" if height else ""


def _place_labels(
    ticks: Sequence[Tick], texts: Texts, is_mirrored: bool
) -> list[tuple[int, str, str]]:
    """Place the labels of both ends and those that fit between them."""
    last = max(1, len(ticks) - 1)
    chosen: list[tuple[int, str, str]] = []
    for tick, label, _ in sorted(label_axis(ticks, texts), key=lambda row: row[2]):
        way = round(WIDTH * tick / last)
        x = WIDTH - way if is_mirrored else way
        part = {0: "start", last: "end"}.get(tick, "middle")
        if all(abs(x - other) >= LABEL_ROOM for other, _, _ in chosen):
            chosen.append((x, part, label))
    return sorted(chosen)
