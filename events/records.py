"""The records of a data set: these models are its schema."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, field_validator, model_validator

from csto_atlas.events import dates
from csto_atlas.events.bases import Frozen, Record
from csto_atlas.events.errors import Problem
from csto_atlas.events.fields import (
    Amount,
    AreaStatus,
    Certainty,
    Colour,
    Day,
    DeploymentState,
    Direction,
    Edtf,
    EventKind,
    Hue,
    Id,
    IdList,
    Measure,
    Mode,
    PluralCategory,
    SourceKind,
    Text,
    TextLine,
)
from csto_atlas.events.files.items import Loc
from csto_atlas.events.layers.model import Layer
from csto_atlas.events.sheet_record import Sheet


class PublisherName(Record):
    """The name of a publisher in every language; sources name it by `publisher`."""

    publisher: TextLine
    name: Text


class Source(Record):
    """A publication; `url` only where the host is the publisher's own.

    `kind` says what it is worth: a primary text, an agency's report, a copy; it may be
    left out by a data set that does not weigh its sources. `title` is its own, as
    published; where that is not known, `description` says what it is.
    """

    id: Id
    kind: SourceKind | None = None
    publisher: TextLine
    title: TextLine | None = None
    description: Text | None = None
    date: Edtf | None = None
    language: str
    url: str | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _is_named(self) -> "Source":
        if (self.title is None) == (self.description is None):
            raise ValueError(
                f"source '{self.id}' has "
                f"{'no title' if self.title is None else 'a title and a description'}; "
                "expected a title, or else a description"
            )
        return self


class GlossaryEntry(Record):
    """The word that texts in one language use for a term, and those that they do not.

    A form is found as whole words, without regard to capitals; ``*`` at its end stands
    for any ending. Arabic forms are also found behind the letters that are written
    together with a word.
    """

    term: TextLine
    language: str
    chosen: TextLine
    forbidden: Annotated[tuple[TextLine, ...], Field(min_length=1)]
    why: TextLine | None = None


class Status(Record):
    """A relation of a state to an organisation; `counts` if it counts as a member.

    `protected` says whether the others owe it help if it is attacked. `part_of` is the
    status that a state with this one has as well: a legend counts it there too.
    `counted` is a number with its noun, ``{n}`` being the number: by language, then by
    CLDR plural category.
    """

    id: Id
    label: Text
    plural: Text
    counted: dict[str, dict[PluralCategory, TextLine]]
    note: Text | None = None
    counts: bool
    protected: bool = False
    part_of: str | None = None

    @field_validator("counted")
    @classmethod
    def _has_other(
        cls, counted: dict[str, dict[str, str]]
    ) -> dict[str, dict[str, str]]:
        for language, forms in counted.items():
            if "other" not in forms:
                raise ValueError(
                    f"counted has no 'other' in '{language}'; "
                    "expected at least that plural category"
                )
        return counted


class Organisation(Record):
    """An organisation that states belong to.

    `incomplete` says which of its states or statuses have no row: what a state was in
    it is then not joined to events, since no row would read as no status.
    """

    id: Id
    name: Text
    short: Text
    note: Text | None = None
    incomplete: Text | None = None
    sources: IdList


class Term(Record):
    """A record that holds from the first day of `start` to before that of `end`.

    A start of which only the last possible day is known is an open one:
    ``[..1992-05-15]`` held on that day, and began then or earlier.
    """

    start: Edtf
    end: Edtf | None = None
    certainty: Certainty
    sources: IdList

    @property
    def period(self) -> dates.Interval:
        """The days on which the record holds."""
        return dates.period(self.start.text, self.end.text if self.end else "")

    @property
    def known_by(self) -> date | None:
        """The day by which the record had begun, if its start is an open one."""
        if not dates.is_open(self.start) or self.start.end is None:
            return None
        return self.start.end - dates.DAY

    @model_validator(mode="after")
    def _holds_a_day(self) -> "Term":
        first = self.known_by or self.start.start
        if self.end and self.end.start <= first:
            raise ValueError(
                f"end '{self.end.text}' is not after start '{self.start.text}'; "
                f"expected an end after {first}"
            )
        return self


class Membership(Term):
    """The status of one state in one organisation during one period."""

    organisation: str
    code: str
    status: str
    basis: Text
    claims: IdList = ()


class Area(Term):
    """Who held a disputed area during one period, and whose territory it is.

    `controller` names the holder in words, where `controlled_by` is no country code.
    """

    area: str
    status: AreaStatus
    code: str
    controlled_by: str
    controller: Text | None = None
    name: Text
    note: Text | None = None


class Line(Term):
    """A line that is no border between states, and when it is drawn."""

    line: Id
    name: Text
    note: Text | None = None


class Deployment(Term):
    """How far a contingent had come during one period.

    Day by day: `preparing` is decided, and nobody has set out; `arriving`, parts set
    out or landed, and it is not yet complete; `deployed`, complete at the end of the
    day; `leaving`, a part went home on that day; `gone`, none of it was in the country
    on any part of the day.
    """

    contingent: str
    state: DeploymentState
    basis: Text


class GuardedObject(Term):
    """Something under guard; `guards` is empty where no contingent was named."""

    object: Id
    place: str | None = None
    guards: IdList = ()
    name: Text
    note: Text | None = None


class Movement(Record):
    """A movement of a contingent between two places, out or home, in a day or more."""

    movement: Id
    contingent: str
    direction: Direction
    mode: Mode
    from_place: str
    to_place: str
    via: IdList = ()
    date: Edtf
    certainty: Certainty
    aircraft: Annotated[int, Field(ge=1)] | None = None
    """How many flew, if the record says so."""
    together: Id | None = None
    """Alike in the rows that `aircraft` counts together."""
    note: Text | None = None
    sources: IdList

    @property
    def stops(self) -> tuple[str, ...]:
        """The places of the movement in the order of travel."""
        return self.from_place, *self.via, self.to_place


class Figure(Frozen):
    """A number as one party gives it.

    `low` and `high` bound what is counted: alike for a single number, one of them
    absent for "more than" or "at most". `best` marks what the record supports best.
    """

    value: Text
    by: Text
    measure: Measure | None = None
    side: str | None = None
    low: Amount | None = None
    high: Amount | None = None
    best: bool = False
    note: Text | None = None
    sources: IdList
    claims: IdList = ()

    @model_validator(mode="after")
    def _is_a_range(self) -> "Figure":
        low, high = self.low, self.high
        if low is not None and high is not None and low > high:
            raise ValueError(
                f"low {low:.12g} is above high {high:.12g}; expected low <= high"
            )
        return self

    @model_validator(mode="after")
    def _measures_something(self) -> "Figure":
        if self.measure and self.low is None and self.high is None:
            raise ValueError(f"measure '{self.measure}' alone; expected low or high")
        details = (self.side, self.low, self.high, self.best or None)
        if not self.measure and any(part is not None for part in details):
            raise ValueError("side, low, high or best alone; expected a measure")
        return self


class Request(Frozen):
    """A call for help and what came of it.

    `made` is false where only an article says that there was one; `claimed` is what an
    article says where it differs from the record.
    """

    by: str
    made: bool = True
    to: IdList
    article: Annotated[int, Field(ge=1)] | None = None
    answered: Edtf | None = None
    answer: Text
    came: Text
    troops: bool
    claimed: Text | None = None


class Event(Record):
    """Something that happened; `rank` 1 can be the headline of its year.

    `place` is where the map points; `other_places` are those that it names besides.
    `announced` says that what is told is a plan: no source says that it came about.
    `holds` is what is so from then on, until another event of the map says otherwise.
    """

    id: Id
    kind: EventKind
    date: Edtf
    place: str | None = None
    other_places: IdList = ()
    countries: IdList = ()
    rank: Annotated[int, Field(ge=1, le=3)]
    maps: IdList
    headline: Text | None = None
    holds: Text | None = None
    title: Text
    text: Text | None = None
    certainty: Certainty
    announced: bool = False
    figures: tuple[Figure, ...] = ()
    request: Request | None = None
    sources: IdList
    claims: IdList = ()


class Claim(Record):
    """A statement of one of the articles that the data set answers."""

    claim: Id
    article: str
    summary: TextLine


class LeftOut(Record):
    """A claim that is not in the data, and why."""

    claim: Id
    reason: str


class Superlative(Record):
    """A superlative or a total in a text, and who counted it.

    `record` is the id of an event, ``map-`` and that of a map, ``article`` or
    ``dataset``; `support` names tests of the data set that count it (``test_...``), or
    the sources that say it themselves.
    """

    record: Id
    claim: TextLine
    support: Annotated[IdList, Field(min_length=1)]


class Passage(Frozen):
    """A text of an article, and what it goes back to."""

    text: Text
    sources: IdList


class Step(Passage):
    """A passage that moves a map: to a tick, and to a country or an event.

    `view` is whose borders it shows, those of the UN if not given. `camera` is the
    preset of the map that is seen, its first view if not given.
    """

    at: str
    select: str | None = None
    view: Literal["un", "control"] | None = None
    camera: str | None = None


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


class Dataset(Frozen):
    """A whole data set.

    `unread` names what could not be read, so that no rule calls it missing: the words
    of broken records, and the names of models (``Source``) of unreadable files.
    `warnings` are faults of the files that reading them has put right.
    """

    meta: Meta
    statuses: tuple[Status, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    memberships: tuple[Membership, ...] = ()
    areas: tuple[Area, ...] = ()
    lines: tuple[Line, ...] = ()
    deployments: tuple[Deployment, ...] = ()
    movements: tuple[Movement, ...] = ()
    objects: tuple[GuardedObject, ...] = ()
    events: tuple[Event, ...] = ()
    sources: tuple[Source, ...] = ()
    publishers: tuple[PublisherName, ...] = ()
    glossary: tuple[GlossaryEntry, ...] = ()
    claims: tuple[Claim, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    superlatives: tuple[Superlative, ...] = ()
    article: tuple[Article, ...] = ()
    layers: tuple[Layer, ...] = ()
    unread: frozenset[str] = frozenset()
    warnings: tuple[Problem, ...] = ()

    @property
    def rows(self) -> tuple[Term | Movement | Event, ...]:
        """All rows that tell a dated fact, each with its certainty and sources."""
        return *self.terms, *self.movements, *self.events

    @property
    def terms(self) -> tuple[Term, ...]:
        """All rows that hold for a period."""
        return (
            *self.memberships,
            *self.areas,
            *self.lines,
            *self.deployments,
            *self.objects,
        )
