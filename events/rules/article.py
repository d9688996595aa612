"""Rules: an article has steps, and each names a tick and an item of its map."""

from collections.abc import Iterator, Set

from csto_atlas.events.errors import Problem
from csto_atlas.events.nearest import suggest
from csto_atlas.events.records import Dataset, Note, Step
from csto_atlas.events.rules.known_names import KnownNames

LONGEST_NOTE = 60  # letters: three lines on a map


def missing_steps(dataset: Dataset, known: KnownNames) -> Iterator[Problem]:
    """Report an article without sections, and a section without steps."""
    for article in dataset.article:
        if not article.sections:
            where = article.origin.at("sections")
            yield Problem(where, "the article has no section", "at least one")
        for n, section in enumerate(article.sections):
            if not section.steps:
                where = article.origin.at("sections", n, "steps")
                yield Problem(where, f"section {n + 1} has no step", "at least one")


def stray_steps(dataset: Dataset, known: KnownNames) -> Iterator[Problem]:
    """Report a step at a tick, a country or an event that its map does not have.

    The same for a camera that is no preset of the map.
    """
    for article in dataset.article:
        for n, section in enumerate(article.sections):
            if known.maps is not None and section.map not in known.maps:
                continue  # told as an unknown name
            chosen = _selectable(dataset, section.map, known)
            for m, step in enumerate(section.steps):
                for field, what, expected in _stray(step, section.map, known, chosen):
                    if field != "select" or dataset.unread.isdisjoint(
                        (step.select, "Event")
                    ):
                        where = article.origin.at("sections", n, "steps", m, field)
                        yield Problem(where, what, expected)


def stray_notes(dataset: Dataset, known: KnownNames) -> Iterator[Problem]:
    """Report a note that points at nothing that its map shows, or that is long."""
    for article in dataset.article:
        for n, section in enumerate(article.sections):
            if known.maps is not None and section.map not in known.maps:
                continue  # told as an unknown name
            shown = _selectable(dataset, section.map, known) - {
                event.id for event in dataset.events if not event.place
            }
            for m, step in enumerate(section.steps):
                if step.note:
                    for field, what, expected in _faults(step.note, section.map, shown):
                        if dataset.unread.isdisjoint((step.note.to, "Event")):
                            loc = ("sections", n, "steps", m, "note", field)
                            yield Problem(article.origin.at(*loc), what, expected)


def _faults(note: Note, name: str, shown: Set[str]) -> Iterator[tuple[str, str, str]]:
    """Go through what is wrong with a note: field, what, expected."""
    if note.to not in shown:
        what = f"the map '{name}' has no '{note.to}' to point at"
        expected = suggest("a country or an event with a place", note.to, shown)
        yield "to", what, expected
    for language, text in note.text.items():
        if len(text) > LONGEST_NOTE:
            what = f"the note has {len(text)} letters in '{language}'"
            yield "text", what, f"{LONGEST_NOTE} at most"


def _selectable(dataset: Dataset, name: str, known: KnownNames) -> set[str]:
    """Return what a step can select on a map: codes of countries and ids of events."""
    return {
        *known.codes,
        *(event.id for event in dataset.events if name in event.maps),
    }


def _stray(
    step: Step, name: str, known: KnownNames, chosen: Set[str]
) -> Iterator[tuple[str, str, str]]:
    """Go through the fields of a step that its map does not know: what, expected."""
    ticks = (known.ticks or {}).get(name)
    if ticks is not None and step.at not in ticks:
        what = f"'{step.at}' is no step of the map '{name}'"
        yield "at", what, suggest("one of its steps", step.at, ticks)
    if step.select and step.select not in chosen:
        what = f"the map '{name}' has no '{step.select}'"
        yield "select", what, suggest("a country or an event", step.select, chosen)
    presets = (known.presets or {}).get(name)
    if step.camera and presets is not None and step.camera not in presets:
        what = f"the map '{name}' has no preset '{step.camera}'"
        yield "camera", what, suggest("one of its presets", step.camera, presets)
