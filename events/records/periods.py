"""Records of what holds for a period, and of movements."""

from datetime import date
from typing import Annotated

from pydantic import Field, model_validator

from csto_atlas.events import dates
from csto_atlas.events.bases import Record
from csto_atlas.events.fields import (
    AreaStatus,
    Certainty,
    DeploymentState,
    Direction,
    Edtf,
    Id,
    IdList,
    Mode,
    Text,
)


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
