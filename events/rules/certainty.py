"""Rule: a high certainty stands on two publishers, or on a primary text."""

from collections.abc import Iterator

from csto_atlas.events.errors import Problem
from csto_atlas.events.records import Dataset
from csto_atlas.events.rules.known_names import KnownNames


def unsupported_certainty(dataset: Dataset, known: KnownNames) -> Iterator[Problem]:
    """Report a row of high certainty that one publisher alone attests.

    Copies of one text have one publisher: that of the text. Rows of a sheet that has no
    certainty of its own claim none.
    """
    meta = dataset.meta
    silent = {
        meta.origin.at("sheets", n, "certainty")
        for n, sheet in enumerate(meta.sheets)
        if "certainty" not in sheet.model_fields_set
    }
    sources = {source.id: source for source in dataset.sources}
    for row in dataset.rows:
        cited = [sources[name] for name in row.sources if name in sources]
        where = row.origin.at("certainty")
        if (
            where in silent
            or row.certainty != "high"
            or len(cited) < len(row.sources)
            or not cited
        ):
            continue
        publishers = {source.publisher for source in cited}
        if len(publishers) == 1 and all(source.kind != "primary" for source in cited):
            what = f"certainty 'high' with one publisher, {publishers.pop()}"
            expected = "a second publisher, a primary text, or certainty: medium"
            yield Problem(where, what, expected)
