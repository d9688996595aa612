"""How well a data set is cited, counted."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from csto_atlas.events.fields import SourceKind
from csto_atlas.events.records import Dataset, Source


@dataclass(frozen=True)
class CitationCount:
    """How many facts cite what.

    Attributes
    ----------
    total, cited : int
        All of them, and those with a source.
    by_two : int
        Those with sources of two publishers; copies of one text have its publisher.
    by_kind : mapping of int
        Those with a source of each kind, most first.
    claims : int
        Those that only articles give whose claims are checked (the kind ``article``):
        nobody else can attest such a number.
    """

    total: int
    cited: int
    by_two: int
    by_kind: Mapping[SourceKind | None, int]
    claims: int


def count_rows(dataset: Dataset) -> CitationCount:
    """Count the citations of the dated rows: statuses, areas, movements, events.

    Parameters
    ----------
    dataset : Dataset

    Returns
    -------
    CitationCount
    """
    return _count([row.sources for row in dataset.rows], dataset)


def count_figures(dataset: Dataset) -> CitationCount:
    """Count the citations of the figures of all events.

    Parameters
    ----------
    dataset : Dataset

    Returns
    -------
    CitationCount
    """
    figures = (figure for event in dataset.events for figure in event.figures)
    return _count([figure.sources for figure in figures], dataset)


def _count(cited: Iterable[tuple[str, ...]], dataset: Dataset) -> CitationCount:
    sources = {source.id: source for source in dataset.sources}
    facts: list[list[Source]] = [[sources[name] for name in names] for names in cited]
    kinds = Counter(
        kind for fact in facts for kind in {s.kind for s in fact if s.kind is not None}
    )
    return CitationCount(
        total=len(facts),
        cited=sum(bool(fact) for fact in facts),
        by_two=sum(len({source.publisher for source in fact}) > 1 for fact in facts),
        by_kind=dict(kinds.most_common()),
        claims=sum({source.kind for source in fact} == {"article"} for fact in facts),
    )
