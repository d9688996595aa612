"""Events and rows of former members follow from the memberships."""

import pytest
import yaml

from csto_atlas.events.load import load_dataset
from tests.events.sheets.conftest import REGISTER

META = {
    "title": {"en": "Pact"},
    "as_of": "2026-03-01",
    "languages": ["en"],
    "organisation": "pact",
    "licence": "CC BY 4.0",
    "sheets": [
        {"file": "found.csv", "status": "member", "sources": ["s"], "ends": "left",
         "basis": {"en": "Listed"}}
    ],
    "derive": {"maps": ["members"], "former": "former", "suspended": "suspended"},
}  # fmt: skip
STATUSES = [
    {"id": name, "label": {"en": name}, "plural": {"en": name},
     "counted": {"en": {"other": f"{{n}} {name}"}}, "counts": name == "member"}
    for name in ("member", "suspended", "former")
]  # fmt: skip
SOURCES = [{"id": "s", "publisher": "P", "title": "T", "language": "en"}]
NAMES = {"name": {"en": "The Pact"}, "short": {"en": "Pact"}}
LEFT = "Country,Joined,Left\nMali,1975,2025-01-29\nNiger,1975,2025-01-29\nTogo,1975,\n"


@pytest.fixture
def load(tmp_path):
    """Return a function that loads a made data set: its events and former members."""

    def load(sheet, events=(), **derive):
        (tmp_path / "found.csv").write_text(sheet, encoding="utf-8")
        for name, value in (
            ("dataset", META | derive),
            ("statuses", STATUSES),
            ("sources", SOURCES),
            ("organisations", [{"id": "pact", "sources": ["s"], **NAMES}]),
        ):
            (tmp_path / f"{name}.yml").write_text(yaml.dump(value), encoding="utf-8")
        if events:
            (tmp_path / "events").mkdir(exist_ok=True)
            text = yaml.dump([*events])
            (tmp_path / "events" / "own.yml").write_text(text, encoding="utf-8")
        return load_dataset(tmp_path, REGISTER)

    return load


def tell(dataset):
    return [(e.date.text, e.headline["en"]) for e in dataset.events if e.headline]


def test_joins_and_exits_are_events_with_headlines_and_leave_former_members(load):
    dataset, problems = load(LEFT)
    assert problems == ()
    assert tell(dataset) == [
        ("1975", "Mali, Niger and Togo join Pact"),
        ("2025-01-29", "Mali and Niger leave Pact"),
    ]
    former = [row.code for row in dataset.memberships if row.status == "former"]
    assert former == ["MLI", "NER"]


def test_a_changed_sheet_changes_events_and_former_members(load):
    load(LEFT)
    dataset, problems = load(LEFT.replace("Togo,1975,", "Togo,1975,2026-02-01"))
    assert problems == ()
    assert tell(dataset)[-1] == ("2026-02-01", "Togo leaves Pact")
    dataset, _ = load("Country,Joined\nMali,1975\n")
    assert tell(dataset) == [("1975", "Mali joins Pact")]
    assert all(row.status == "member" for row in dataset.memberships)


def test_what_an_own_event_tells_is_not_told_again(load):
    own = {
        "id": "exit", "kind": "act", "date": "2025-01-29", "countries": ["MLI"],
        "rank": 1, "maps": ["members"], "headline": {"en": "Mali is out"},
        "title": {"en": "Mali leaves"}, "certainty": "medium", "sources": ["s"],
    }  # fmt: skip
    dataset, _ = load(LEFT, [own])
    assert tell(dataset) == [
        ("2025-01-29", "Mali is out"),
        ("1975", "Mali, Niger and Togo join Pact"),
        ("2025-01-29", "Niger leaves Pact"),
    ]


def test_a_suspension_and_the_return_from_it_are_told(load):
    rows = (
        "Country,Since,Left,Status\nMali,1975,2012,member\nMali,2012,2014,suspended\n"
    )
    dataset, _ = load(f"{rows}Mali,2014,,member\n")
    assert [text for _, text in tell(dataset)] == [
        "Mali joins Pact", "Mali is suspended from Pact", "Mali returns to Pact"
    ]  # fmt: skip


def test_a_row_that_goes_on_with_the_same_status_is_no_change(load):
    dataset, _ = load("Country,Joined,Left\nMali,1975,2012\nMali,2012,\n")
    assert tell(dataset) == [("1975", "Mali joins Pact")]


def test_changes_of_one_day_have_ids_of_their_own(load):
    rows = "Mali,1975,2012,member\nMali,2012,,suspended\nTogo,1975,2012,member\n"
    dataset, _ = load(f"Country,Since,Left,Status\n{rows}")
    ids = [event.id for event in dataset.events]
    assert len(ids) == len(set(ids)) == 3


def test_a_data_set_that_does_not_ask_gets_nothing(load, monkeypatch):
    monkeypatch.delitem(META, "derive")
    dataset, _ = load(LEFT)
    assert dataset.events == ()
    assert len(dataset.memberships) == 3


def test_an_unknown_status_is_named(load):
    derive = {"maps": ["members"], "former": "gone"}
    _, problems = load(LEFT, derive=derive)
    assert any("unknown status 'gone'" in str(problem) for problem in problems)
