"""Records of sources, publishers and words."""

from typing import Annotated

from pydantic import Field, model_validator

from csto_atlas.events.bases import Record
from csto_atlas.events.fields import (
    Edtf,
    Id,
    SourceKind,
    Text,
    TextLine,
)


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
