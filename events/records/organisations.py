"""Records of organisations and of the statuses of states."""

from pydantic import field_validator

from csto_atlas.events.bases import Record
from csto_atlas.events.fields import (
    Id,
    IdList,
    PluralCategory,
    Text,
    TextLine,
)


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
