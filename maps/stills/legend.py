"""The key beside the map of a still: only what is seen at its tick."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from csto_atlas.events.bidi import close_directions
from csto_atlas.maps.i18n.event_kinds import KINDS
from csto_atlas.maps.i18n.names import name_states
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.labels.text_width import text_width
from csto_atlas.maps.layers.legend import LayerWords
from csto_atlas.maps.scene.model import DrawnParts
from csto_atlas.maps.slicing.tick_states import TickStates
from csto_atlas.maps.stills.inputs import StillInputs
from csto_atlas.maps.timeline.changes import NONE

SIZES = (16.0, 15.0, 14.0, 13.0, 12.0)  # of letters in the key, in pixels
LEADING, GAP = 1.3, 0.5  # of lines and between rows, in letters
ROOM = 174.0  # width of a text in the key
INDENT = 40.0  # room that a sign takes
PEOPLE = 100  # killed, for the circle in the key
TROOPS = 500  # of a contingent, for its circle in the key


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
    inputs: StillInputs, visible: DrawnParts, states: TickStates, kinds: Sequence[str]
) -> list[Row]:
    """List what the key of one tick explains.

    Parameters
    ----------
    inputs : StillInputs
    visible : DrawnParts
        What is drawn at that tick.
    states : TickStates
    kinds : sequence of str
        Of the events whose signs are seen.

    Returns
    -------
    list of Row
    """
    gettext = inputs.texts.gettext
    return [
        *_contingents(inputs, states),
        *_statuses(inputs, states),
        *_routes(visible, gettext),
        *_lines(inputs, visible),
        *(Row("event", kind, gettext(KINDS[kind])) for kind in kinds),
        *_sizes(inputs.texts, visible, states),
        *_layers(inputs.legend.layers),
    ]


def _contingents(inputs: StillInputs, states: TickStates) -> Iterator[Row]:
    """Go through the contingents; each with its state if these differ."""
    there = {code: state for code, state in states.contingents.items() if state != NONE}
    names, is_one = name_states(inputs.texts), len(set(there.values())) == 1
    for row in inputs.legend.contingents:
        if row.code in there:
            about = "" if row.is_sure else "≈\u00a0"
            state = "" if is_one else f": {names[there[row.code]]}"
            name = inputs.texts.territory(row.code)
            yield Row("", row.code, f"{name}{state}", about + row.size)


def _statuses(inputs: StillInputs, states: TickStates) -> Iterator[Row]:
    counts = Counter(states.territories[code] for code in inputs.shown)
    for status in inputs.legend.statuses:
        if number := sum(counts[name] for name in status.counted):
            yield Row("status", status.id, status.name, str(number))
    if any(state != NONE for state in states.areas.values()):
        yield Row("status", "disputed", inputs.texts.gettext("Disputed area"))


def _routes(visible: DrawnParts, gettext: Callable[[str], str]) -> Iterator[Row]:
    drawn = [route for routes in visible.contingents.values() for route in routes]
    ways = {route.direction for route in drawn}
    for direction, text in (
        ("out", "Outbound route"),
        ("home", "Return route, with the number of aircraft"),
    ):
        if direction in ways:
            yield Row("stroke", direction, gettext(text))
    if visible.forces and drawn:
        text = gettext("Troops of a contingent (lowest figure dark, highest light):")
        yield Row("force", "", text, str(TROOPS))
    if visible.objects:
        yield Row("guard", "", gettext("Guarded site"))


def _lines(inputs: StillInputs, visible: DrawnParts) -> Iterator[Row]:
    form = inputs.texts.gettext("{part}: {length}")
    for part in inputs.legend.border:
        yield Row(
            "stroke",
            "border",
            inputs.texts.fill(form, part=part.name, length=part.length),
        )
    styles = {line.style for line in visible.lines}
    for number, name in enumerate(inputs.legend.lines):
        if f"line-{number}" in styles:
            yield Row("stroke", f"line-{number}", name)


def _sizes(texts: Texts, visible: DrawnParts, states: TickStates) -> Iterator[Row]:
    if any(m.size and states.phases[m.event] == "now" for m in visible.marks):
        said = texts.gettext("People killed (lowest figure dark, highest light):")
        yield Row("size", "", said, texts.decimal(PEOPLE))


def _layers(layers: Iterable[LayerWords]) -> Iterator[Row]:
    """Go through the layers that are shown, each with its shades."""
    for layer in layers:
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
        room = ROOM if sign else ROOM + INDENT
        texts = wrap(f"{text}\u00a0{number}" if number else text, room, size)
        texts[-1] = texts[-1].removesuffix(number).rstrip()
        step = size * LEADING
        lines = [(line, round(y + n * step, 1)) for n, line in enumerate(texts)]
        placed.append(Placed(sign, key, tuple(lines), number, round(y, 1), size))
        y += step * len(lines) + size * GAP
    return placed, y


def wrap(text: str, room: float, size: float) -> list[str]:
    """Break a text at its blanks into lines that are not wider than a room.

    Parameters
    ----------
    text : str
    room : float
        Width of a line, in pixels.
    size : float
        Of the font, in pixels.

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
    return [close_directions(line) for line in lines]


def fit(text: str, size: float, room: float, *, is_bold: bool = False) -> float:
    """Return the font size, at most `size`, at which a text is no wider than a room.

    Parameters
    ----------
    text : str
    size, room : float
        Size of the font and width of the line, in pixels.
    is_bold : bool
    """
    width = text_width(text, size, bold=is_bold)
    return size if width <= room else round(size * room / width, 1)
