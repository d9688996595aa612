"""The record of what a data set is."""

from typing import Annotated

from pydantic import Field

from csto_atlas.events.bases import Frozen, Record
from csto_atlas.events.fields import (
    Colour,
    Day,
    Hue,
    Id,
    IdList,
    Text,
    TextLine,
)
from csto_atlas.events.sheet_record import Sheet


class Answers(Frozen):
    """The sentences for what is known of an event's place and the protection."""

    covered: Text
    not_covered: Text
    partly: Text
    undecided: Text


class Protection(Frozen):
    """When an event counts as covered by the organisation's promise of help.

    `heading` stands above the `note`; `article` is what an article of the treaty that
    promises it is called.
    """

    heading: Text
    note: Text
    article: Text
    answers: Answers
    sources: IdList


class BothNames(Frozen):
    """Places with a name of either side: texts give both until a day.

    Where an event began by the day of `until`, and its texts name such a place by one
    of its names, they have the other one too.
    """

    until: Day
    places: IdList


class Palette(Frozen):
    """Colours that replace the default ones, in both themes."""

    light: dict[Hue, Colour] = Field(default_factory=dict)
    dark: dict[Hue, Colour] = Field(default_factory=dict)


class Derive(Frozen):
    """What every build derives from the memberships of the main organisation.

    An event, with a headline, for each change on `maps` that no event of the data set
    tells: who joined, left, was suspended, came back. `suspended` is the status of who
    is suspended. A state whose membership has ended has the status `former` from then
    on.
    """

    maps: Annotated[IdList, Field(min_length=1)]
    former: Id | None = None
    suspended: Id | None = None


class Meta(Record):
    """What the data set is: the file ``dataset.yml``."""

    title: Text
    about: Text | None = None
    as_of: Day
    languages: Annotated[IdList, Field(min_length=1)]
    organisation: str
    licence: TextLine
    protection: Protection | None = None
    both_names: BothNames | None = None
    palette: Palette | None = None
    sheets: tuple[Sheet, ...] = ()
    derive: Derive | None = None
