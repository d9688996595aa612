"""Rule: at most one figure of an event, measure and side is the best one."""

from collections.abc import Iterator

from csto_atlas.events.errors import Problem
from csto_atlas.events.records import Dataset
from csto_atlas.events.rules.known_names import KnownNames


def rival_bests(dataset: Dataset, known: KnownNames) -> Iterator[Problem]:
    """Report a second best figure of one event, measure and side."""
    for event in dataset.events:
        first: dict[tuple[str | None, str | None], int] = {}
        for n, figure in enumerate(event.figures):
            counted = (figure.measure, figure.side)
            if figure.best and counted in first:
                where = event.origin.at("figures", n, "best")
                what = f"figure {n + 1} of '{event.id}' is a second best one"
                expected = f"only figure {first[counted]} to be best of its kind"
                yield Problem(where, what, expected)
            elif figure.best:
                first[counted] = n + 1
