"""Rule: a map has no more events than a build can draw and a reader can tell apart."""

from collections import Counter
from collections.abc import Iterator

from csto_atlas.events.errors import Problem
from csto_atlas.events.records import Dataset
from csto_atlas.events.rules.known_names import KnownNames

MOST_ON_A_MAP = 2_000
"""Events: the largest size at which ``tests/faults/test_growth.py`` times the rules and
at which it holds that twice the events take at most three times as long."""


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
