"""The key beside the map of a still: only what is seen at its tick."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from csto_atlas.maps.content.headlines import count_states
from csto_atlas.maps.content.map_view import MapView
from csto_atlas.maps.i18n.event_kinds import KINDS
from csto_atlas.maps.i18n.names import name_states
from csto_atlas.maps.i18n.texts import Texts, fill
from csto_atlas.maps.labels.text_width import text_width
from csto_atlas.maps.timeline.changes import NONE, state_at

SIZES = (16.0, 15.0, 14.0, 13.0, 12.0)  # of letters in the key, in pixels
LEADING, GAP = 1.3, 0.5  # of lines and between rows, in letters
ROOM = 174.0  # width of a text in the key
INDENT = 40.0  # room that a sign takes
PEOPLE = 100  # killed, for the circle in the key


class Row(NamedTuple):
    """A sign, the state or kind it has, its words and its number."""

    sign: str
    key: str
    text: str
    number: str = ""


@dataclass(frozen=True)
class Placed:
    """A row of the key where it stands.

    Attributes
    ----------
    sign, key, number : str
        As in `Row`.
    lines : tuple of (str, float)
        Texts, each with its middle from above.
    y, size : float
        The first line's middle, and how large the letters are.
    """

    sign: str
    key: str
    lines: tuple[tuple[str, float], ...]
    number: str
    y: float
    size: float


def list_rows(
    drawn: MapView, painted: etree._Element, tick: int, kinds: Sequence[str]
) -> list[Row]:
    """List what the key of one tick explains.

    Parameters
    ----------
    drawn : MapView
    painted : lxml element
        The map at that tick (`maps.stills.svg_tree.paint`).
    tick : int
    kinds : sequence of str
        Of the events whose signs are seen.

    Returns
    -------
    list of Row
    """
    gettext = drawn.texts.gettext
    return [
        *_contingents(drawn, tick),
        *_statuses(drawn, tick),
        *_routes(painted, gettext),
        *_lines(drawn, painted),
        *(Row("event", kind, gettext(KINDS[kind])) for kind in kinds),
        *_sizes(drawn.texts, painted),
        *_layers(drawn),
    ]


def _contingents(drawn: MapView, tick: int) -> Iterator[Row]:
    """Go through the contingents; each with its state if these differ."""
    states = {
        code: state
        for code, changes in drawn.runs.contingents.items()
        if (state := state_at(changes, tick)) != NONE
    }
    names, is_one = name_states(drawn.texts), len(set(states.values())) == 1
    for row in drawn.legend.contingents:
        if row.code in states:
            about = "" if row.is_sure else "≈\u00a0"
            state = "" if is_one else f": {names[states[row.code]]}"
            text = f"{drawn.texts.territory(row.code)}{state}"
            yield Row("", row.code, text, about + row.size)


def _statuses(drawn: MapView, tick: int) -> Iterator[Row]:
    shown = [drawn.runs.states[code] for code in drawn.scene.shown]
    counts = count_states(shown, tick)
    for status in drawn.legend.statuses:
        if counts[status.id]:
            yield Row("status", status.id, status.name, str(counts[status.id]))
    if any(state_at(changes, tick) != NONE for changes in drawn.runs.areas.values()):
        yield Row("status", "disputed", drawn.texts.gettext("Disputed area"))


def _routes(painted: etree._Element, gettext: Callable[[str], str]) -> Iterator[Row]:
    seen = painted.xpath('//*[@data-route][@data-state!="none"]')
    ways = {node.get("class").split()[0] for node in seen}
    for direction, text in (("out", "Way out"), ("home", "Way home")):
        if direction in ways:
            yield Row("stroke", direction, gettext(text))
    if painted.xpath('//*[@data-object][@data-state!="none"]'):
        yield Row("guard", "", gettext("Guarded object"))


def _lines(drawn: MapView, painted: etree._Element) -> Iterator[Row]:
    form = drawn.texts.gettext("{part}: {length}")
    for part in drawn.legend.border:
        yield Row("stroke", "border", fill(form, part=part.name, length=part.length))
    for number, line in enumerate(drawn.legend.lines):
        name = f"line-{number}"
        if painted.xpath(f'//*[@data-line][@class="{name}"][@data-state!="none"]'):
            yield Row("stroke", name, line)


def _sizes(texts: Texts, painted: etree._Element) -> Iterator[Row]:
    if painted.xpath('//*[@class="marks sizes"]/*[@data-phase="now"]'):
        said = texts.gettext("people killed: lowest figures dark, highest light")
        yield Row("size", "", f"{texts.decimal(PEOPLE)} {said}")


def _layers(drawn: MapView) -> Iterator[Row]:
    """Go through the layers that are shown, each with its shades."""
    for layer in drawn.legend.layers:
        if layer.is_on:
            yield Row("" if layer.has_cells else "spot", "", layer.name)
            for shade, words in layer.legend:
                yield Row("cell", str(shade), words)


def stack(rows: Sequence[Row], top: float, bottom: float) -> list[Placed]:
    """Set the rows of a key below each other, in the largest type that fits.

    Parameters
    ----------
    rows : sequence of Row
    top, bottom : float

    Returns
    -------
    list of Placed
    """
    for size in SIZES:
        placed, end = _stack(rows, top, size)
        if end <= bottom:
            break
    return placed


def _stack(rows: Sequence[Row], y: float, size: float) -> tuple[list[Placed], float]:
    placed = []
    for sign, key, text, number in rows:
        # Isolated, so that a range keeps its order among Arabic letters.
        mark = f"\u2066{number}\u2069" if number else ""
        room = ROOM if sign else ROOM + INDENT
        texts = wrap(f"{text}\u00a0{mark}" if mark else text, room, size)
        texts[-1] = texts[-1].removesuffix(mark).rstrip()
        step = size * LEADING
        lines = [(line, round(y + n * step, 1)) for n, line in enumerate(texts)]
        placed.append(Placed(sign, key, tuple(lines), mark, round(y, 1), size))
        y += step * len(lines) + size * GAP
    return placed, y


def wrap(text: str, room: float, size: float) -> list[str]:
    """Break a text at its blanks into lines that are not wider than a room.

    Examples
    --------
    >>> wrap("Members, participation frozen", 150, 16)
    ['Members,', 'participation', 'frozen']
    """
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def fit(text: str, size: float, room: float, *, is_bold: bool = False) -> float:
    """Return the font size, at most `size`, at which a text is no wider than a room."""
    width = text_width(text, size, bold=is_bold)
    return size if width <= room else round(size * room / width, 1)
