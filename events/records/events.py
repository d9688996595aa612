"""Records of events, their figures and calls for help."""

from typing import Annotated

from pydantic import Field, model_validator

from csto_atlas.events.bases import Frozen, Record
from csto_atlas.events.fields import (
    Amount,
    Certainty,
    Edtf,
    EventKind,
    Id,
    IdList,
    Measure,
    Text,
)


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
