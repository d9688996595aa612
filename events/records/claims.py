"""Records of claims, of what is left out, and of superlatives."""

from typing import Annotated

from pydantic import Field

from csto_atlas.events.bases import Record
from csto_atlas.events.fields import (
    Id,
    IdList,
    TextLine,
)


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
