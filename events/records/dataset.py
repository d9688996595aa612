"""A whole data set."""

from csto_atlas.events.bases import Frozen
from csto_atlas.events.errors import Problem
from csto_atlas.events.layers.model import Layer
from csto_atlas.events.records.article import Article
from csto_atlas.events.records.claims import Claim, LeftOut, Superlative
from csto_atlas.events.records.events import Event
from csto_atlas.events.records.meta import Meta
from csto_atlas.events.records.organisations import Organisation, Status
from csto_atlas.events.records.periods import (
    Area,
    Deployment,
    GuardedObject,
    Line,
    Membership,
    Movement,
    Term,
)
from csto_atlas.events.records.sources import GlossaryEntry, PublisherName, Source


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
