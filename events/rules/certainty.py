"""Rule: a high certainty stands on two publishers, or on a primary text."""

from collections.abc import Iterator

from csto_atlas.events.attestation import is_well_attested
from csto_atlas.events.errors import Problem
from csto_atlas.events.records import Dataset
from csto_atlas.events.rules.known_names import KnownNames


def unsupported_certainty(dataset: Dataset, known: KnownNames) -> Iterator[Problem]:
    """Report a row of high certainty that one publisher alone attests."""
    sources = {source.id: source for source in dataset.sources}
    for row in dataset.rows:
        cited = [sources[name] for name in row.sources if name in sources]
        if row.certainty != "high" or len(cited) < len(row.sources) or not cited:
            continue
        if not is_well_attested(cited):
            what = f"certainty 'high' with one publisher, {cited[0].publisher}"
            expected = "a second publisher, a primary text, or certainty: medium"
            yield Problem(row.origin.at("certainty"), what, expected)
