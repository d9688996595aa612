"""How well the default data set is cited: the bars of the project."""

from pathlib import Path

import pytest

from csto_atlas.events.citation_counts import count_figures, count_rows
from csto_atlas.events.load import load_dataset
from csto_atlas.events.records import Dataset
from csto_atlas.events.rules.weak_sources import WEAK

DATA = Path(__file__).parents[2] / "events" / "data" / "csto"


@pytest.fixture(scope="module")
def csto() -> Dataset:
    dataset, problems = load_dataset(DATA)
    assert dataset is not None and problems == ()
    return dataset


def test_every_row_and_every_figure_is_cited(csto: Dataset, weighed) -> None:
    rows, figures = count_rows(csto), count_figures(csto)
    weighed("facts without a source", rows.total - rows.cited, 0, f"of {rows.total}")
    assert figures.cited == figures.total
    assert rows.total > 400 and figures.total > 100


def test_no_status_in_the_treaty_stands_on_copies_alone(csto: Dataset) -> None:
    kinds = {source.id: source.kind for source in csto.sources}
    rows = [row for row in csto.memberships if row.organisation == "csto"]
    weak = [row for row in rows if {kinds[name] for name in row.sources} <= WEAK]
    assert len(rows) > 30
    assert weak == []


def test_four_fifths_of_the_rows_are_cited_by_two_publishers(csto, weighed) -> None:
    rows = count_rows(csto)
    weighed("facts by one publisher", 1 - rows.by_two / rows.total, 0.2, "of all")


def test_four_fifths_of_the_figures_are_cited_by_two_publishers(csto) -> None:
    figures = count_figures(csto)
    assert figures.by_two / figures.total >= 0.8
    assert figures.claims <= 8
