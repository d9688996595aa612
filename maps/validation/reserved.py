"""Ids that pages and file names use themselves, and a data set cannot use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from csto_atlas.events.errors import Problem
from csto_atlas.events.records import Dataset
from csto_atlas.maps.spec.model import MapSpec
from csto_atlas.maps.timeline.changes import NONE, OTHER

# States of a territory without a status; `data-state` of pages and tables has them.
STATUSES = {
    NONE: "a territory without a status",
    OTHER: "a territory held by a party without a status",
}
# Pages of a language beside its maps, and folders beside the languages.
PAGES = {"article": "the article", "index": "the gallery"}


def check_reserved(dataset: Dataset, specs: Iterable[MapSpec]) -> Iterator[Problem]:
    """Find ids that mean something else in pages, tables or file names.

    Parameters
    ----------
    dataset : Dataset
    specs : iterable of MapSpec

    Yields
    ------
    Problem
        On the line of the id.
    """
    for status in dataset.statuses:
        if use := STATUSES.get(status.id):
            yield _taken(f"status '{status.id}'", use, status.origin.at("id"))
    for spec in specs:
        if use := PAGES.get(spec.id):
            yield _taken(f"map '{spec.id}'", use, spec.origin.at("id"))


def _taken(what: str, use: str, where: str) -> Problem:
    return Problem(where, f"{what} has the name that stands for {use}", "another id")
