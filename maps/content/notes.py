"""The notes that an article's steps write on a map."""

from __future__ import annotations

from textwrap import wrap

from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.inputs import MapInputs

LETTERS = 22  # in a line, which then is some 150 pixels long


def write_notes(
    inputs: MapInputs, texts: Texts
) -> list[tuple[int, str, str, list[str]]]:
    """Write the notes of a map's steps.

    Parameters
    ----------
    inputs : MapInputs
    texts : Texts

    Returns
    -------
    list of (int, str, str, list of str)
        The tick, what is selected, what the arrow points at, and the lines.
    """
    ticks = [tick.id for tick in inputs.ticks]
    return [
        (
            ticks.index(step.at),
            step.select or "",
            step.note.to,
            wrap(step.note.text[texts.language], LETTERS, break_on_hyphens=False),
        )
        for article in inputs.dataset.article
        for section in article.sections
        if section.map == inputs.spec.id
        for step in section.steps
        if step.note
    ]
