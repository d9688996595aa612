"""Lookups for a sheet: names of countries, statuses and organisations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from csto_atlas.events.attestation import is_well_attested
from csto_atlas.events.fields import Certainty
from csto_atlas.events.records import Meta, Organisation, Source, Status
from csto_atlas.events.sheets.countries import Countries
from csto_atlas.events.spelling.fold import fold


@dataclass(frozen=True)
class Known:
    """The names that a sheet may use.

    `statuses` and `organisations` have ids by the key of each id and name; `unread` has
    the words of those that could not be read, as a data set has them.
    """

    countries: Countries
    statuses: Mapping[str, str]
    organisations: Mapping[str, str]
    organisation: str
    as_of: date
    unread: frozenset[str] = frozenset()
    sources: Mapping[str, Source] = field(default_factory=dict)

    def certainty(self, names: Iterable[str]) -> Certainty:
        """Return the certainty that sources allow, by their ids."""
        cited = [self.sources[name] for name in names if name in self.sources]
        # Ids that are unknown are reported elsewhere.
        return "high" if not cited or is_well_attested(cited) else "medium"


def know(
    meta: Meta,
    statuses: Iterable[Status],
    organisations: Iterable[Organisation],
    countries: Mapping[str, str],
    unread: frozenset[str] = frozenset(),
    sources: Iterable[Source] = (),
) -> Known:
    """Return the lookups for the sheets of a data set.

    Parameters
    ----------
    meta, statuses, organisations
        The records of the data set.
    countries
        Two-letter codes by the three-letter codes of the register.
    unread
        Words of statuses and organisations that could not be read, or the names of
        their models.
    sources
        The records of the data set.
    """
    words = {s.id: (s.id, *s.label.values()) for s in statuses}
    names = {o.id: (o.id, *o.short.values(), *o.name.values()) for o in organisations}
    return Known(
        Countries(countries),
        {fold(word): own for own, several in words.items() for word in several},
        {fold(word): own for own, several in names.items() for word in several},
        meta.organisation,
        meta.as_of,
        unread,
        {source.id: source for source in sources},
    )
