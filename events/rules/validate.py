"""The rules that hold across the records of a data set.

What a record must be by itself (its fields, dates, kinds and certainties) is in
`events.records`, and reported by `events.load`.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from csto_atlas.events.errors import Problem
from csto_atlas.events.records import Dataset
from csto_atlas.events.rules.article import missing_steps, stray_notes, stray_steps
from csto_atlas.events.rules.bounds import (
    crowded_maps,
    crowded_tables,
    crowded_together,
)
from csto_atlas.events.rules.certainty import unsupported_certainty
from csto_atlas.events.rules.citations import bad_links, missing_sources
from csto_atlas.events.rules.claims import lost_claims, repeated_claims
from csto_atlas.events.rules.figures import rival_bests
from csto_atlas.events.rules.glossary import forbidden_forms, stray_entries
from csto_atlas.events.rules.known_names import KnownNames
from csto_atlas.events.rules.movements import stray_movements
from csto_atlas.events.rules.references import repeated_ids, unknown_names
from csto_atlas.events.rules.requests import odd_requests
from csto_atlas.events.rules.source_dates import older_sources
from csto_atlas.events.rules.tenses import future_wording
from csto_atlas.events.rules.times import (
    future_dates,
    overlapping_areas,
    overlapping_deployments,
    overlapping_lines,
    overlapping_objects,
    overlapping_statuses,
)
from csto_atlas.events.rules.titles import disputed_titles
from csto_atlas.events.rules.weak_sources import weak_sources
from csto_atlas.events.rules.wording import (
    bracketed_titles,
    control_characters,
    empty_texts,
    missing_controllers,
    missing_languages,
)

MOST = 1000  # problems reported at once
Rule = Callable[[Dataset, KnownNames], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    repeated_ids,
    unknown_names,
    future_dates,
    overlapping_statuses,
    overlapping_areas,
    overlapping_deployments,
    overlapping_objects,
    overlapping_lines,
    stray_movements,
    rival_bests,
    odd_requests,
    crowded_maps,
    crowded_tables,
    crowded_together,
    missing_steps,
    stray_notes,
    stray_steps,
    missing_sources,
    bad_links,
    older_sources,
    unsupported_certainty,
    weak_sources,
    disputed_titles,
    future_wording,
    missing_languages,
    missing_controllers,
    empty_texts,
    control_characters,
    bracketed_titles,
    stray_entries,
    forbidden_forms,
    repeated_claims,
    lost_claims,
)


def validate(dataset: Dataset, known: KnownNames) -> list[Problem]:
    """Return every breach of a rule, in the order of the files and their lines.

    Parameters
    ----------
    dataset : Dataset
        The records to check.
    known : KnownNames
        What they may name.

    Returns
    -------
    list of Problem
    """
    found = _distinct(p for rule in RULES for p in rule(dataset, known))
    problems = sorted(islice(found, MOST), key=_place)
    if next(found, None):
        what, expected = f"more than {MOST} problems", "these to be mended first"
        problems.append(Problem(problems[-1].where, what, expected))
    return problems


def _distinct(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield every problem once: the rows of a sheet share what it says once."""
    seen: set[Problem] = set()
    for problem in problems:
        if problem not in seen:
            seen.add(problem)
            yield problem


def _place(problem: Problem) -> tuple[str, int, Problem]:
    path, _, line = problem.where.rpartition(":")
    return path, int(line), problem
