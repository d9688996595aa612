"""How well sources attest a fact."""

from __future__ import annotations

from collections.abc import Sequence

from csto_atlas.events.records import Source


def is_well_attested(cited: Sequence[Source]) -> bool:
    """Return whether sources are a primary text, or have two publishers.

    Copies of one text have one publisher: that of the text.

    Parameters
    ----------
    cited : sequence of Source
        What a fact cites.
    """
    publishers = {source.publisher for source in cited}
    return len(publishers) > 1 or any(source.kind == "primary" for source in cited)
