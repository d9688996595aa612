"""Records of an article."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from csto_atlas.events.bases import Frozen, Record
from csto_atlas.events.fields import (
    IdList,
    Text,
)
from csto_atlas.events.files.items import Loc


class Passage(Frozen):
    """A text of an article, and what it goes back to."""

    text: Text
    sources: IdList


class Note(Frozen):
    """A short text on the map, with an arrow to a country or an event."""

    to: str
    text: Text


class Step(Passage):
    """A passage that moves a map: to a tick, and to a country or an event.

    `view` is whose borders it shows, those of the UN if not given. `camera` is the
    preset of the map that is seen, its first view if not given. `note` is written on
    the map while the step is read.
    """

    at: str
    select: str | None = None
    view: Literal["un", "control"] | None = None
    camera: str | None = None
    note: Note | None = None


class Section(Frozen):
    """A part of an article, told with one map."""

    map: str
    heading: Text
    steps: tuple[Step, ...]


class Article(Record):
    """The story that the data tell, with the maps.

    `published` is the day of the text, `byline` one line on what it was made from,
    `method` the passage under "How we know".
    """

    title: Text
    published: date | None = None
    lead: Passage
    byline: Text | None = None
    sections: tuple[Section, ...]
    close: Passage
    method: Passage | None = None

    def passages(self) -> Iterator[tuple[Loc, Passage]]:
        """Go through all of its texts with sources, and where each is."""
        yield ("lead",), self.lead
        for n, section in enumerate(self.sections):
            for m, step in enumerate(section.steps):
                yield ("sections", n, "steps", m), step
        yield ("close",), self.close
        if self.method:
            yield ("method",), self.method
