"""The records of a data set: these models are its schema."""

from csto_atlas.events.records.article import Article, Note, Passage, Section, Step
from csto_atlas.events.records.claims import Claim, LeftOut, Superlative
from csto_atlas.events.records.dataset import Dataset
from csto_atlas.events.records.events import Event, Figure, Request
from csto_atlas.events.records.meta import (
    Answers,
    BothNames,
    Derive,
    Meta,
    Palette,
    Protection,
)
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

__all__ = [
    "Answers",
    "Area",
    "Article",
    "BothNames",
    "Claim",
    "Dataset",
    "Deployment",
    "Derive",
    "Event",
    "Figure",
    "GlossaryEntry",
    "GuardedObject",
    "LeftOut",
    "Line",
    "Membership",
    "Meta",
    "Movement",
    "Note",
    "Organisation",
    "Palette",
    "Passage",
    "Protection",
    "PublisherName",
    "Request",
    "Section",
    "Source",
    "Status",
    "Step",
    "Superlative",
    "Term",
]
