"""The rules that hold across the records of a data set.

What a record must be by itself (its fields, dates, kinds and certainties) is in
`events.records`, and reported by `events.load`.
"""

from collections.abc import Callable, Iterable, Iterator

from events.citations import bad_links, missing_sources
from events.claims import lost_claims, repeated_claims
from events.errors import Problem
from events.facts import Facts
from events.records import Dataset
from events.references import repeated_ids, unknown_names
from events.times import future_dates, overlapping_areas, overlapping_statuses
from events.wording import control_characters, empty_texts, missing_languages

Rule = Callable[[Dataset, Facts], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    repeated_ids,
    unknown_names,
    future_dates,
    overlapping_statuses,
    overlapping_areas,
    missing_sources,
    bad_links,
    missing_languages,
    empty_texts,
    control_characters,
    repeated_claims,
    lost_claims,
)


def validate(
    dataset: Dataset,
    *,
    codes: Iterable[str],
    places: Iterable[str],
    areas: Iterable[str],
    maps: Iterable[str] | None = None,
) -> list[Problem]:
    """Return every breach of a rule, in the order of the files and their lines.

    Parameters
    ----------
    dataset
        The records to check.
    codes, places, areas
        The codes of territories, and the ids of places and disputed areas, that the
        maps can draw.
    maps
        The ids of the maps; None leaves the `maps` of events unchecked.
    """
    known_maps = None if maps is None else frozenset(maps)
    facts = Facts(frozenset(codes), frozenset(places), frozenset(areas), known_maps)
    return sorted((p for rule in RULES for p in rule(dataset, facts)), key=_place)


def _place(problem: Problem) -> tuple[str, int, Problem]:
    path, _, line = problem.where.rpartition(":")
    return path, int(line), problem
