"""Rules: a data set has no more rows than a build can draw within a minute and 2 GB.

Each bound was measured by ``python -m tests.bench.limits``, which builds a map with as
many items of a kind as it allows, and one with some of every kind.
"""

from collections import Counter
from collections.abc import Iterator

from csto_atlas.events.errors import Problem
from csto_atlas.events.records import Dataset
from csto_atlas.events.rules.known_names import KnownNames

MOST_ON_A_MAP = 2_000
"""Events."""
MOST_ROWS = {
    "memberships": 10_000,
    "areas": 2_000,
    "deployments": 1_000,
    "movements": 1_000,
    "objects": 1_000,
    "lines": 1_000,
    "organisations": 50,
}
"""Records of a data set, by the name of their table."""
MOST_TOGETHER = 1.1
"""Shares of these bounds that a data set takes, added up."""


def crowded_maps(dataset: Dataset, known: KnownNames) -> Iterator[Problem]:
    """Report the first event that is too many on a map."""
    found: Counter[str] = Counter()
    for event in dataset.events:
        for n, name in enumerate(event.maps):
            found[name] += 1
            if found[name] == MOST_ON_A_MAP + 1:
                what = f"more than {MOST_ON_A_MAP} events on the map '{name}'"
                expected = "fewer; many events belong in a layer"
                yield Problem(event.origin.at("maps", n), what, expected)


def crowded_tables(dataset: Dataset, known: KnownNames) -> Iterator[Problem]:
    """Report the first row that is too many in a table."""
    for table, most in MOST_ROWS.items():
        for row in getattr(dataset, table)[most : most + 1]:
            what = f"more than {most} {table}"
            yield Problem(str(row.origin), what, f"at most {most}")


def crowded_together(dataset: Dataset, known: KnownNames) -> Iterator[Problem]:
    """Report a data set that is within each bound, but not with all kinds together."""
    shares = share_bounds(dataset)
    if max(shares.values()) > 1 or sum(shares.values()) <= MOST_TOGETHER:
        return
    kinds = sorted(shares, key=lambda kind: -shares[kind])
    parts = ", ".join(f"{kind} {shares[kind]:.0%}" for kind in kinds if shares[kind])
    what = f"too much together: {parts} of what a data set may have of each"
    expected = f"at most {MOST_TOGETHER:.0%} in sum"
    yield Problem(str(getattr(dataset, kinds[0])[-1].origin), what, expected)


def share_bounds(dataset: Dataset) -> dict[str, float]:
    """Return the share of each bound that a data set takes, by kind.

    Parameters
    ----------
    dataset : Dataset

    Returns
    -------
    dict of float
        By table, and "events": those on the map that has most of them.
    """
    maps = Counter(name for event in dataset.events for name in event.maps)
    events = max(maps.values(), default=0) / MOST_ON_A_MAP
    tables = {
        table: len(getattr(dataset, table)) / most for table, most in MOST_ROWS.items()
    }
    return {**tables, "events": events}
