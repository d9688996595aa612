"""The payload of a page: the JSON in the element ``script#payload``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NotRequired

from pydantic import ConfigDict, with_config
from typing_extensions import TypedDict

from csto_atlas.maps.payload.values import Changes, Corners, States

CONTRACT = ConfigDict(use_attribute_docstrings=True, extra="forbid")


@with_config(CONTRACT)
class ClockRuns(TypedDict):
    """The ticks in runs of one step, and the forms of their names."""

    runs: Sequence[tuple[Sequence[int], Sequence[int]]]
    """[first, lengths] for every run of ticks of one step without a gap.

    `first` is the year, month and day of the first tick, as far as the step goes;
    `lengths` is how many ticks fall into each month (of days), into each year (of
    months), or into the run (of years).
    """
    labels: Mapping[int, Mapping[int, str]]
    """By the number of parts of a tick: the form of its label for each month, with the
    parts in braces; 0 stands for years.
    """
    days: Changes[str]
    """The form of the day that a tick shows; empty where the tick is a day."""


@with_config(CONTRACT)
class PageTexts(TypedDict):
    """The texts that the scripts put into the page."""

    headline: str
    """The headline, with {tick} and {headline}."""
    play: str
    """The name of the button while time stands."""
    pause: str
    """The name of the button while time runs."""
    events: str
    """The heading of the panel, with {tick}."""
    standing: str
    """The heading over the events that began at an earlier tick."""
    noEvents: str
    """The text of the panel at a tick without events."""
    copied: str
    """The message after copying."""
    noChange: str
    """The announcement of a step that changes nothing on the map."""
    over: Mapping[str, str]
    """What is said of an item that is no longer on the map, by its layer: areas, held,
    lines, objects.
    """
    routesNow: str
    """The announcement of the routes on the map, with {number}."""
    eventsNow: str
    """The announcement of the events of a step, with {number}."""
    list: str
    """The separator between the items of a list."""
    compared: str
    """What is another at a tick than at an earlier one: {from}, {to}, {changes}."""
    became: str
    """One change, with {name}, {old} and {now}."""
    locale: str
    """The locale that lists are written in."""
    nothing: str
    """The message where nothing is found."""


@with_config(CONTRACT)
class Payload(TypedDict):
    """Everything that the script of a page starts from (script#payload)."""

    clock: ClockRuns
    """The ticks and their names in a compact form, expanded by clock.js."""
    axis: Sequence[tuple[int, str, int]]
    """Labels of the time axis: [tick, label, level]; level 0 are the two ends.
    An empty label is the tick's name in the address."""
    start: int
    """The tick that the page opens on."""
    states: States
    """States of the territories that have one at some tick, by code."""
    select: Sequence[str]
    """Codes of the territories that can be selected."""
    regions: Mapping[str, str]
    """The regions of CLDR, which names them in every language, by these codes."""
    events: Sequence[tuple[str, int] | tuple[str, int, int]]
    """[id, first tick, last tick], in the order of the text's list of events; without a
    last tick it is the first.
    """
    areas: States
    """Disputed areas: "disputed" or "none"."""
    lands: Mapping[str, str]
    """The code of the territory that a disputed area is in, by area."""
    held: States
    """Disputed areas by the status of their holder; "other" if it has no status."""
    contingents: States
    """Contingents, by the code of the country that sent them."""
    routes: States
    """Routes of the contingents."""
    objects: States
    """Guarded objects."""
    lines: States
    """Historical lines: "drawn" or "none"."""
    members: Mapping[str, States]
    """Members of the organisations that can be outlined: by organisation, then code."""
    memberCounts: Mapping[str, Changes[int]]
    """How many states are in each of these organisations, drawn or not."""
    jumps: Sequence[int]
    """The ticks that the buttons for changes stop at, without tick 0."""
    lanes: Sequence[tuple[str, str]]
    """[id, name] of each lane behind the slider: of territories, contingents, areas."""
    calls: Mapping[str, tuple[str, bool]]
    """[who asked, whether troops came] by the event of a call for help."""
    counts: Changes[int]
    """The number that a stepped line shows where there are too many for lanes."""
    turns: Sequence[tuple[int, int, int]]
    """[tick, joined, left] along the stepped line."""
    incidents: Sequence[tuple[int, int]]
    """[tick, how many begin at it], on a map of a border."""
    headlines: Changes[str]
    """The headline, without the tick's name."""
    leads: Changes[int]
    """The position in `events` of the one that the headline tells of, or -1."""
    summaries: Changes[str]
    """The line of counts below the headline."""
    names: Mapping[str, str]
    """Names of the territories on the map that have no label, by code."""
    stateLabels: Mapping[str, str]
    """The words for every state."""
    titles: Mapping[str, str]
    """Names of areas, lines and objects on the map, by id."""
    bounds: Corners
    """The whole drawing."""
    wide: Corners
    """The first view of a wide map."""
    narrow: Corners
    """The first view of a narrow map."""
    presets: Sequence[Corners]
    """The parts of the map that buttons lead to."""
    steps: Sequence[int]
    """Where the arrow keys lead: for each territory the ones to the left, above, to the
    right and below; -1 if there is none.
    """
    since: Mapping[int, str]
    """Text of "since ..." for every tick at which a state of a territory begins."""
    earlier: Mapping[str, str]
    """Text of "since ..." of the states that began before the first tick, by code."""
    notes: NotRequired[Sequence[tuple[int, str, str, Sequence[str]]]]
    """[tick, what is selected, what the arrow points at, lines] of the notes that an
    article's steps write on the map; not there if there are none.
    """
    closest: float
    """Drawing steps a pixel where zooming in ends."""
    texts: PageTexts
    """Texts in the page's language."""
