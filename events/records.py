"""The records of a data set: these models are its schema."""

from datetime import date
from typing import Annotated

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    field_validator,
    model_validator,
)

from events import dates
from events.fields import (
    AreaStatus,
    Certainty,
    Edtf,
    Id,
    Kind,
    Names,
    PluralCategory,
    Text,
)
from events.items import Origin


class Frozen(BaseModel):
    """What all records share: no field can be set, added or misspelt."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Record(Frozen):
    """A record that knows where it was read."""

    origin: Origin


class Source(Record):
    """A publication; `url` only where the host is the publisher's own."""

    id: Id
    publisher: str
    title: str
    date: Edtf | None = None
    language: str
    url: str | None = None
    note: Text | None = None


class Status(Record):
    """A relation of a state to an organisation; `counts` if it is bound by it.

    `counted` is a number with its noun, ``{n}`` being the number: by language, then by
    CLDR plural category.
    """

    id: Id
    label: Text
    plural: Text
    counted: dict[str, dict[PluralCategory, str]]
    note: Text | None = None
    counts: bool

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
    """An organisation that states belong to."""

    id: Id
    name: Text
    short: Text
    note: Text | None = None
    sources: Names


class Term(Record):
    """A record that holds from the first day of `start` to before that of `end`."""

    start: Edtf
    end: Edtf | None = None

    @property
    def period(self) -> dates.Interval:
        """The days on which the record holds."""
        return dates.period(self.start.text, self.end.text if self.end else "")

    @model_validator(mode="after")
    def _holds_a_day(self) -> "Term":
        if self.end and self.end.start <= self.start.start:
            raise ValueError(
                f"end '{self.end.text}' is not after start '{self.start.text}'; "
                f"expected an end after {self.start.start}"
            )
        return self


class Membership(Term):
    """The status of one state in one organisation during one period."""

    organisation: str
    code: str
    status: str
    certainty: Certainty
    basis: Text
    sources: Names
    claims: Names = ()


class Area(Term):
    """Who held a disputed area during one period, and whose territory it is."""

    area: str
    status: AreaStatus
    code: str
    controlled_by: str
    certainty: Certainty
    name: Text
    note: Text | None = None
    sources: Names


class Figure(Frozen):
    """A number as one party gives it."""

    value: Text
    by: Text
    note: Text | None = None
    sources: Names
    claims: Names = ()


class Event(Record):
    """Something that happened; `rank` 1 can be the headline of its year."""

    id: Id
    kind: Kind
    date: Edtf
    place: str | None = None
    countries: Names = ()
    rank: Annotated[int, Field(ge=1, le=3)]
    maps: Names
    headline: Text | None = None
    title: Text
    text: Text | None = None
    certainty: Certainty
    figures: tuple[Figure, ...] = ()
    sources: Names
    claims: Names = ()


class Claim(Record):
    """A statement of one of the articles that the data set answers."""

    claim: Id
    article: str
    summary: str


class LeftOut(Record):
    """A claim that is not in the data, and why."""

    claim: Id
    reason: str


class Meta(Record):
    """What the data set is: the file ``dataset.yml``."""

    title: Text
    as_of: date
    languages: Names
    organisation: str
    licence: str


class Dataset(Frozen):
    """A whole data set.

    `unread` names what could not be read, so that no rule calls it missing: the words
    of broken records, and the names of models (``Source``) of unreadable files.
    """

    meta: Meta
    statuses: tuple[Status, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    memberships: tuple[Membership, ...] = ()
    areas: tuple[Area, ...] = ()
    events: tuple[Event, ...] = ()
    sources: tuple[Source, ...] = ()
    claims: tuple[Claim, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    unread: frozenset[str] = frozenset()
